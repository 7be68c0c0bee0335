package ballast.memory.care;

import ballast.memory.CommandInfo;
import ballast.memory.store.AbsentReader;
import ballast.memory.store.ChangeUnits;
import ballast.memory.store.Database;
import ballast.memory.store.UnitId;
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
 * document of which the other changed a unit. A removal of duplicates also depends on the units
 * that stay, unless it is taken back itself: then nothing is lost, whatever has become of them.
 * What was run and taken back in the meantime leaves everything as it was, and does not count.
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

    void add(long unit, long maker, long document) {
      units.add(unit);
      makers.add(maker);
      addDocument(document);
    }

    /** Notes a document; units without one have nothing in common. */
    void addDocument(long document) {
      if (document != 0) {
        documents.add(document);
      }
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
   * A command that has come into force since {@code command} ran last, or ran first if it is to be
   * done again, or that has been taken back since, and on which it depends; the last one. Empty if
   * there is none.
   *
   * @param undoes whether the command is to be taken back, and not to be done again
   */
  Optional<LoggedCommand> since(LoggedCommand command, List<LoggedCommand> commands, boolean undoes)
      throws SQLException {
    // The units that stayed may have gone between a removal of duplicates and its undo.
    long since = undoes ? command.latestBegin() : command.original().get(0);
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
    if (!undoes) {
      addSurvivors(command, touched);
    }
    for (LoggedCommand other : others) {
      Touched touchedSince = touched(other);
      addSurvivors(other, touchedSince);
      if (touched.meets(touchedSince)) {
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
        row -> touched.add(row.getLong(1), row.getLong(2), row.getLong(3)),
        changes,
        changes);
    for (long change : command.original()) {
      ChangeUnits added = ChangeUnits.of(database, change);
      if (added.last() >= added.first()) {
        touched.added.add(added);
        database.forEach(
            "SELECT DISTINCT COALESCE(document, 0) FROM unit WHERE id BETWEEN ? AND ?",
            row -> touched.addDocument(row.getLong(1)),
            added.first(),
            added.last());
      }
    }
    database.forEach(
        "SELECT r.document FROM %s c JOIN revision r ON r.change = c.value".formatted(table),
        row -> touched.aligned.add(row.getLong(1)),
        changes);
    return touched;
  }

  /** The units of which a removal of duplicates has deleted duplicates. */
  private void addSurvivors(LoggedCommand command, Touched touched) throws SQLException {
    Set<String> survivors = new HashSet<>();
    for (long change : command.original()) {
      database.forEach(
          """
          SELECT h.note FROM change c CROSS JOIN unit_history h
          WHERE c.id = ? AND c.kind = ? AND h.change = c.id AND h.note IS NOT NULL
          """,
          row -> survivors.add(AbsentReader.survivor(row.getString(1))),
          change,
          CommandInfo.DEDUPLICATED);
    }
    if (!survivors.isEmpty()) {
      database.forEach(
          """
          SELECT u.id, u.created_in, COALESCE(u.document, 0)
          FROM %s wanted CROSS JOIN unit u WHERE u.uid = wanted.value
          """
              .formatted(database.engine().numbers()),
          row -> touched.add(row.getLong(1), row.getLong(2), row.getLong(3)),
          UnitId.array(survivors));
    }
  }
}
