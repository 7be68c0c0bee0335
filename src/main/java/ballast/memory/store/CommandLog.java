package ballast.memory.store;

import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.store.CommandStacks.LoggedCommand;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Describes the commands of a memory. {@link CommandStacks} knows which can be undone. */
final class CommandLog {

  private final Database database;

  CommandLog(Database database) {
    this.database = database;
  }

  /** Returns the last commands, newest first. */
  List<CommandInfo> last(int limit) throws SQLException {
    List<Long> commands =
        database.list(
            "SELECT DISTINCT COALESCE(command, id) FROM change ORDER BY 1 DESC LIMIT ?",
            row -> row.getLong(1),
            limit);
    Set<Long> takenBack = CommandStacks.of(database).takenBack();
    List<CommandInfo> infos = new ArrayList<>();
    for (long command : commands) {
      infos.add(info(changesOf(command), takenBack));
    }
    return infos;
  }

  private List<Long> changesOf(long command) throws SQLException {
    return database.list(
        "SELECT id FROM change WHERE id = ? OR command = ? ORDER BY id DESC",
        row -> row.getLong(1),
        command,
        command);
  }

  CommandInfo info(LoggedCommand command) throws SQLException {
    return info(command.original(), Set.of());
  }

  /**
   * SQL for the number of a command: 1, 2, 3 ... in order. A command on many documents has several
   * rows but one number.
   */
  private static String number(String command) {
    return "(SELECT count(*) FROM change WHERE COALESCE(command, id) = id AND id <= "
        + command
        + ")";
  }

  /**
   * @param changes rows of one command, newest first; at least one
   */
  private CommandInfo info(List<Long> changes, Set<Long> takenBack) throws SQLException {
    long first = changes.get(changes.size() - 1);
    int units = 0;
    List<String> documents = new ArrayList<>();
    for (long change : changes) {
      ChangeUnits added = ChangeUnits.of(database, change);
      units += units(change, added);
      documents.addAll(documents(change, added));
    }
    CommandInfo.Effect effect =
        new CommandInfo.Effect(units, documents.stream().distinct().sorted().toList());
    boolean isTakenBack = takenBack.containsAll(changes);
    return database
        .list(
            """
            SELECT %s, c.kind, c.at, c.author, c.note, %s
            FROM change c LEFT JOIN change u ON u.id = c.undoes
            WHERE c.id = ?
            """
                .formatted(
                    number("COALESCE(c.command, c.id)"), number("COALESCE(u.command, u.id, 0)")),
            row ->
                new CommandInfo(
                    row.getLong(1),
                    row.getString(2),
                    Instant.parse(row.getString(3)),
                    new Origin(row.getString(4), row.getString(5)),
                    effect,
                    isTakenBack && row.getLong(6) == 0,
                    row.getLong(6)),
            first)
        .get(0);
  }

  private int units(long change, ChangeUnits added) throws SQLException {
    return (int)
        database.number(
            """
            SELECT (SELECT count(*) FROM unit WHERE id BETWEEN ? AND ?)
              + (SELECT count(*) FROM unit_history WHERE change = ? AND kind <> 'scored')
            """,
            added.first(),
            added.last(),
            change);
  }

  private List<String> documents(long change, ChangeUnits added) throws SQLException {
    return database.list(
        """
        SELECT name FROM document WHERE id IN (
          SELECT document FROM revision WHERE change = ?
          UNION SELECT document FROM unit WHERE id BETWEEN ? AND ?
          UNION SELECT u.document FROM unit_history h JOIN unit u ON u.id = h.unit
            WHERE h.change = ?)
        """,
        row -> row.getString(1),
        change,
        added.first(),
        added.last(),
        change);
  }

  /**
   * The units that a change added, found without an index. Their ids are consecutive, because each
   * change gives its units the next free ids; {@code tm verify} checks this.
   *
   * @param last below {@code first} if the change added no unit
   */
  record ChangeUnits(long first, long last) {

    /**
     * A binary search for the last unit older than a change, for two changes at once. It runs in
     * the database, because each step would be a round trip to a server. Compaction leaves gaps
     * between ids, so a step compares the next existing unit.
     */
    private static final String SEARCH =
        """
        WITH RECURSIVE search(before, older, step) AS (
          SELECT CAST(? AS BIGINT), CAST(0 AS BIGINT), CAST(4611686018427387904 AS BIGINT)
          UNION ALL
          SELECT CAST(? AS BIGINT), CAST(0 AS BIGINT), CAST(4611686018427387904 AS BIGINT)
          UNION ALL
          SELECT before,
            older + CASE
              WHEN (SELECT created_in FROM unit WHERE id >= older + step ORDER BY id LIMIT 1) < before
              THEN step ELSE 0 END,
            step / 2
          FROM search WHERE step > 0)
        SELECT min(older) + 1, max(older) FROM search WHERE step = 0
        """;

    /** Finds the units of {@code change} with one statement, whatever the size of the memory. */
    public static ChangeUnits of(Database database, long change) throws SQLException {
      return database
          .first(SEARCH, row -> new ChangeUnits(row.getLong(1), row.getLong(2)), change, change + 1)
          .orElseThrow();
    }
  }
}
