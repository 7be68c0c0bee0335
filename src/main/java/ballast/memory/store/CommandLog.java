package ballast.memory.store;

import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.store.CommandStacks.LoggedCommand;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Describes the commands of a memory. {@link CommandStacks} knows which can be undone. */
final class CommandLog {

  private final Database database;

  CommandLog(Database database) {
    this.database = database;
  }

  /** See {@link MemoryCare#commands(String, int)}. */
  List<CommandInfo> last(String document, int limit) throws SQLException {
    Set<Long> commands =
        document.isEmpty()
            ? new LinkedHashSet<>(
                database.list(
                    "SELECT DISTINCT COALESCE(command, id) FROM change ORDER BY 1 DESC LIMIT ?",
                    row -> row.getLong(1),
                    limit))
            : commandsOn(document);
    Set<Long> takenBack = CommandStacks.of(database).takenBack();
    List<CommandInfo> infos = new ArrayList<>();
    for (long command : commands.stream().limit(limit).toList()) {
      infos.add(info(changesOf(command), takenBack));
    }
    return infos;
  }

  /** Returns the commands that changed a document, newest first. */
  private Set<Long> commandsOn(String document) throws SQLException {
    return new LinkedHashSet<>(
        database.list(
            """
            WITH own AS (SELECT id FROM document WHERE name = ?),
            units AS (
              SELECT unit AS id FROM placement p
              WHERE p.document = (SELECT id FROM own) AND %s
              UNION ALL
              SELECT id FROM unit
              WHERE document = (SELECT id FROM own) AND retired_in IS NOT NULL
              UNION ALL SELECT unit FROM unit_extras WHERE document = ?),
            changes AS (
              SELECT change FROM revision WHERE document = (SELECT id FROM own)
              UNION SELECT created_in FROM units JOIN unit USING (id)
              UNION SELECT h.change FROM units u CROSS JOIN unit_history h
                WHERE h.unit = u.id AND h.kind <> 'scored'
              UNION SELECT x.change FROM units u CROSS JOIN unit_extras_history x
                WHERE x.unit = u.id
              UNION SELECT m.change FROM units u CROSS JOIN comment m WHERE m.unit = u.id)
            SELECT DISTINCT COALESCE(c.command, c.id) FROM changes JOIN change c ON c.id = change
            ORDER BY 1 DESC
            """
                .formatted(Placements.NOW),
            row -> row.getLong(1),
            document,
            document));
  }

  Predicate<LoggedCommand> chosen(Choice choice) throws SQLException {
    if (choice.number() > 0) {
      List<Long> wanted =
          database.list(
              """
              SELECT id FROM change WHERE COALESCE(command, id) = id
              ORDER BY id LIMIT 1 OFFSET ?
              """,
              row -> row.getLong(1),
              choice.number() - 1);
      return command -> wanted.contains(command.command());
    }
    Optional<String> author = Optional.ofNullable(choice.author()).or(database.engine()::user);
    boolean isAnywhere = choice.document().isEmpty();
    Set<Long> commands = isAnywhere ? Set.of() : commandsOn(choice.document());
    return command ->
        (author.isEmpty() || command.author().equals(author.get()))
            && (isAnywhere || commands.contains(command.command()));
  }

  private List<Long> changesOf(long command) throws SQLException {
    return database.list(
        "SELECT id FROM change WHERE id = ? OR command = ? ORDER BY id DESC",
        row -> row.getLong(1),
        command,
        command);
  }

  /**
   * SQL for the number of a command: 1, 2, 3 ... in order. A command on many documents has several
   * rows but one number.
   */
  static String number(String command) {
    return "(SELECT count(*) FROM change WHERE COALESCE(command, id) = id AND id <= "
        + command
        + ")";
  }

  /**
   * @param changes rows of one command, newest first; at least one
   */
  CommandInfo info(List<Long> changes, Set<Long> takenBack) throws SQLException {
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
              + (SELECT count(*) FROM (
                SELECT unit FROM unit_history WHERE change = ? AND kind <> 'scored'
                UNION SELECT unit FROM comment WHERE change = ?) AS touched)
            """,
            added.first(),
            added.last(),
            change,
            change);
  }

  private List<String> documents(long change, ChangeUnits added) throws SQLException {
    return database.list(
        """
        SELECT name FROM document WHERE id IN (
          SELECT document FROM revision WHERE change = ?
          UNION SELECT document FROM unit WHERE id BETWEEN ? AND ?
          UNION SELECT u.document FROM unit_history h JOIN unit u ON u.id = h.unit
            WHERE h.change = ?
          UNION SELECT u.document FROM comment m JOIN unit u ON u.id = m.unit WHERE m.change = ?)
        """,
        row -> row.getString(1),
        change,
        added.first(),
        added.last(),
        change,
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
