package ballast.memory.care;

import ballast.memory.CommandInfo;
import ballast.memory.Origin;
import ballast.memory.store.ChangeUnits;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commands of a memory, and which of them can be taken back.
 *
 * <p>Commands in force are a stack: undoing removes the last one, redoing puts it back. The log
 * itself only grows, so the stack is found by reading it backwards and pairing each undo with the
 * command that it took back. A compaction is the bottom of the stack.
 */
final class CommandLog {

  /** A row of the log. */
  private record Change(long id, String kind, long command, long undoing) {
    boolean undoes() {
      return kind.equals(CommandInfo.UNDONE);
    }

    boolean redoes() {
      return kind.equals(CommandInfo.REDONE);
    }
  }

  private final Database database;

  CommandLog(Database database) {
    this.database = database;
  }

  /** The changes of the last command in force, newest first; empty when there is none. */
  List<Long> lastInForce() throws SQLException {
    List<Change> found = new ArrayList<>();
    int undoings = 0;
    for (Change change : changes()) {
      if (change.undoes()) {
        undoings++;
      } else if (undoings > 0) {
        undoings--;
      } else if (found.isEmpty() || found.get(0).command() == change.command()) {
        found.add(change);
      } else {
        break;
      }
    }
    return found.stream().map(Change::id).toList();
  }

  /**
   * The changes of the last undo that can be redone, newest first; empty when there is none, or
   * another command has run since.
   */
  List<Long> lastUndoing() throws SQLException {
    List<Change> found = new ArrayList<>();
    int redoings = 0;
    for (Change change : changes()) {
      if (change.redoes()) {
        redoings++;
      } else if (!change.undoes()) {
        break;
      } else if (redoings > 0) {
        redoings--;
      } else if (found.isEmpty() || found.get(0).command() == change.command()) {
        found.add(change);
      } else {
        break;
      }
    }
    return found.stream().map(Change::id).toList();
  }

  /** All changes since the last compaction, newest first. */
  private List<Change> changes() throws SQLException {
    return database.list(
        """
        SELECT id, kind, COALESCE(command, id), COALESCE(undoes, 0) FROM change
        WHERE id > (SELECT COALESCE(max(id), 0) FROM change WHERE kind = ?)
        ORDER BY id DESC
        """,
        row -> new Change(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
        CommandInfo.COMPACTED);
  }

  /** The last commands, newest first. */
  List<CommandInfo> last(int limit) throws SQLException {
    List<Long> commands =
        database.list(
            """
            SELECT DISTINCT COALESCE(command, id) FROM change ORDER BY 1 DESC LIMIT ?
            """,
            row -> row.getLong(1),
            limit);
    Set<Long> takenBack = takenBack();
    List<CommandInfo> infos = new ArrayList<>();
    for (long command : commands) {
      infos.add(info(changesOf(command), takenBack));
    }
    return infos;
  }

  /** The changes that have been taken back and not done again. */
  private Set<Long> takenBack() throws SQLException {
    Map<Long, Long> undoing = new HashMap<>();
    Set<Long> takenBack = new HashSet<>();
    Set<Long> inForce = new HashSet<>();
    int undoings = 0;
    for (Change change : changes()) {
      undoing.put(change.id(), change.undoing());
      if (change.undoes()) {
        undoings++;
      } else if (undoings > 0) {
        undoings--;
        takenBack.add(change.id());
      } else {
        inForce.add(change.id());
      }
    }
    for (long change : inForce) {
      // A command that was done again is in force, although it was taken back once.
      long original = change;
      while (undoing.getOrDefault(original, 0L) != 0) {
        original = undoing.getOrDefault(original, 0L);
      }
      takenBack.remove(original);
    }
    return takenBack;
  }

  private List<Long> changesOf(long command) throws SQLException {
    return database.list(
        """
        SELECT id FROM change WHERE id = ? OR command = ? ORDER BY id DESC
        """,
        row -> row.getLong(1),
        command,
        command);
  }

  /**
   * The command to which changes belong; if they took back another command or did it again, that
   * command.
   *
   * @param changes rows of one command, newest first; at least one
   */
  CommandInfo original(List<Long> changes) throws SQLException {
    List<Long> originals = new ArrayList<>();
    for (long change : changes) {
      long original = change;
      long undone = undoneBy(change);
      while (undone != 0) {
        original = undone;
        undone = undoneBy(original);
      }
      originals.add(original);
    }
    originals.sort(Comparator.reverseOrder());
    return info(originals, Set.of());
  }

  private long undoneBy(long change) throws SQLException {
    return database.number("SELECT COALESCE(undoes, 0) FROM change WHERE id = ?", change);
  }

  /**
   * The number of a command: 1, 2, 3 ... in order. A command that worked on many documents has
   * several rows, but one number.
   */
  private static String number(String command) {
    return "(SELECT count(*) FROM change WHERE COALESCE(command, id) = id AND id <= "
        + command
        + ")";
  }

  /**
   * Describes the changes of one command.
   *
   * @param changes rows, newest first; at least one
   */
  private CommandInfo info(List<Long> changes, Set<Long> takenBack) throws SQLException {
    long first = changes.get(changes.size() - 1);
    int units = 0;
    List<String> documents = new ArrayList<>();
    for (long change : changes) {
      units += units(change);
      documents.addAll(documents(change));
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

  private int units(long change) throws SQLException {
    ChangeUnits added = ChangeUnits.of(database, change);
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

  private List<String> documents(long change) throws SQLException {
    ChangeUnits added = ChangeUnits.of(database, change);
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
}
