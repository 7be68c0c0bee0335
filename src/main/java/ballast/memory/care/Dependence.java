package ballast.memory.care;

import ballast.memory.store.ChangeUnits;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a command stands in the way of taking another one back, or of doing it again.
 *
 * <p>Two commands depend on each other if they changed the same unit, or if one of them aligned a
 * document of which the other changed a unit. What was run and taken back in the meantime leaves
 * everything as it was, and does not count.
 */
final class Dependence {

  /** What a command has touched. */
  private static final class Touched {
    final Set<Long> changes;
    final List<ChangeUnits> added = new ArrayList<>();
    final Set<Long> units = new HashSet<>();

    /** The changes that made the units. */
    final Set<Long> makers = new HashSet<>();

    /** Documents of the units. */
    final Set<Long> documents = new HashSet<>();

    /** Documents that it aligned. */
    final Set<Long> aligned = new HashSet<>();

    Touched(Collection<Long> changes) {
      this.changes = Set.copyOf(changes);
    }

    boolean has(long unit) {
      return units.contains(unit)
          || added.stream().anyMatch(range -> unit >= range.first() && unit <= range.last());
    }

    boolean meets(Touched other) {
      return other.units.stream().anyMatch(this::has)
          || !Collections.disjoint(makers, other.changes)
          || !Collections.disjoint(other.makers, changes)
          || !Collections.disjoint(aligned, other.aligned)
          || !Collections.disjoint(aligned, other.documents)
          || !Collections.disjoint(documents, other.aligned);
    }
  }

  private final Database database;

  Dependence(Database database) {
    this.database = database;
  }

  /**
   * A command that has come into force since the latest change of {@code command}, or has been
   * taken back since, and on which it depends; the last one. Empty if there is none.
   */
  Optional<LoggedCommand> since(LoggedCommand command, List<LoggedCommand> commands)
      throws SQLException {
    long since = command.latestBegin();
    List<LoggedCommand> others = new ArrayList<>();
    for (LoggedCommand other : commands) {
      if (!other.equals(command) && other.wasInForce(since) != other.isInForce()) {
        others.add(0, other);
      }
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Touched touched = touched(command);
    for (LoggedCommand other : others) {
      if (touched.meets(touched(other))) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private Touched touched(LoggedCommand command) throws SQLException {
    Touched touched = new Touched(command.original());
    String changes =
        command.original().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    String table = database.engine().numbers();
    database.forEach(
        """
        SELECT u.id, u.created_in, COALESCE(u.document, 0) FROM unit u WHERE u.id IN (
          SELECT h.unit FROM %s c JOIN unit_history h ON h.change = c.value
          UNION SELECT x.unit FROM %s c JOIN unit_extras_history x ON x.change = c.value)
        """
            .formatted(table, table),
        row -> {
          touched.units.add(row.getLong(1));
          touched.makers.add(row.getLong(2));
          touched.documents.add(row.getLong(3));
        },
        changes,
        changes);
    for (long change : command.original()) {
      ChangeUnits added = ChangeUnits.of(database, change);
      if (added.last() >= added.first()) {
        touched.added.add(added);
        database.forEach(
            "SELECT DISTINCT COALESCE(document, 0) FROM unit WHERE id BETWEEN ? AND ?",
            row -> touched.documents.add(row.getLong(1)),
            added.first(),
            added.last());
      }
    }
    database.forEach(
        "SELECT r.document FROM %s c JOIN revision r ON r.change = c.value".formatted(table),
        row -> touched.aligned.add(row.getLong(1)),
        changes);
    touched.documents.remove(0L); // units without a document have nothing in common
    return touched;
  }
}
