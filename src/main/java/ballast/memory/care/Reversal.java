package ballast.memory.care;

import ballast.memory.HistoryEntry;
import ballast.memory.Origin;
import ballast.memory.store.ChangeUnits;
import ballast.memory.store.ChangeWriter;
import ballast.memory.store.Database;
import ballast.memory.store.DocumentReader;
import ballast.memory.store.ExtrasWriter;
import ballast.memory.store.PinWriter;
import ballast.memory.store.RecordedBeads;
import ballast.memory.store.RevisionSeal;
import ballast.memory.store.StateReader;
import ballast.memory.store.StateWriter;
import ballast.memory.store.TextPair;
import ballast.memory.store.UnitRows;
import ballast.memory.store.UnitState;
import ballast.memory.store.UnitWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a change by making another one. Runs inside a transaction.
 *
 * <p>Every unit gets back the state that the change replaced. A revision that the change made is
 * followed by one more with the units and set beads of the revision before it; the units that the
 * change added retire with it. Other units that the change added are deleted. No later change may
 * depend on the one that is taken back: see {@link Dependence}.
 */
final class Reversal {

  /** A revision. */
  private record Revision(long id, long document, int number) {}

  private final Database database;
  private final StateWriter states;
  private final UnitWriter units;
  private final Set<Long> documents = new HashSet<>();

  Reversal(Database database) {
    this.database = database;
    this.states = new StateWriter(database);
    this.units = new UnitWriter(database);
  }

  /**
   * Takes back a change.
   *
   * @param undone the row of the change
   * @param kind the kind of the new change
   */
  void run(long undone, String kind, Instant at, Origin origin) throws SQLException {
    documents.clear();
    long change = new ChangeWriter(database).add(kind, at, origin, undone);
    Map<Long, Long> revisions = new HashMap<>();
    for (Revision revision : revisions(undone)) {
      revisions.put(revision.document(), follow(revision, change));
      documents.add(revision.document());
    }
    giveBack(undone, change);
    new ExtrasWriter(database).giveBack(undone, change);
    takeOut(undone, change, revisions);
    for (long revision : revisions.values()) {
      new RevisionSeal(database).seal(revision);
    }
    for (long document : documents) {
      units.touch(document, change);
    }
  }

  /** Restores the units that a change changed. */
  private void giveBack(long undone, long change) throws SQLException {
    database.forEach(
        """
        SELECT %s, h.kind, h.old_status, h.old_confidence, h.old_changed_in, h.old_retired_in,
          h.old_deleted_in, h.old_codes, h.old_source, h.old_target
        FROM unit_history h CROSS JOIN unit u
        WHERE h.change = ? AND u.id = h.unit
        ORDER BY h.id
        """
            .formatted(StateReader.COLUMNS),
        row -> {
          StateReader.Row unit = StateReader.row(row);
          documents.add(unit.document());
          states.write(unit.id(), unit.state(), before(unit.state(), row), change, "");
        },
        undone);
  }

  /** Removes the units that a change added from their revisions, or deletes them. */
  private void takeOut(long undone, long change, Map<Long, Long> revisions) throws SQLException {
    ChangeUnits added = ChangeUnits.of(database, undone);
    database.forEach(
        "SELECT %s FROM unit u WHERE u.id BETWEEN ? AND ? ORDER BY u.id"
            .formatted(StateReader.COLUMNS),
        row -> {
          StateReader.Row unit = StateReader.row(row);
          UnitState state = unit.state();
          Long revision = revisions.get(unit.document());
          if (!state.isRetired() && (revision != null || !state.isDeleted())) {
            documents.add(unit.document());
            UnitState after =
                revision == null ? state.withDeletedIn(change) : state.withRetiredIn(revision);
            states.write(unit.id(), state, after, change, "");
          }
        },
        added.first(),
        added.last());
  }

  private static UnitState before(UnitState now, ResultSet row) throws SQLException {
    int first = StateReader.WIDTH + 1;
    boolean retired = HistoryEntry.What.RETIRED.label().equals(row.getString(first));
    String status = row.getString(first + 1);
    return new UnitState(
        new TextPair(
            or(row.getString(first + 7), now.texts().source()),
            or(row.getString(first + 8), now.texts().target())),
        or(row.getString(first + 6), now.codes()),
        status == null ? now.status() : UnitRows.status(row.getInt(first + 1)),
        (int) or(row, first + 2, now.confidence()),
        or(row, first + 3, now.changedIn()),
        retired ? 0 : or(row, first + 4, now.retiredIn()),
        or(row, first + 5, now.deletedIn()));
  }

  private static String or(@Nullable String replaced, String now) {
    return replaced == null ? now : replaced;
  }

  private static long or(ResultSet row, int column, long now) throws SQLException {
    return row.getString(column) == null ? now : row.getLong(column);
  }

  private List<Revision> revisions(long change) throws SQLException {
    return database.list(
        """
        SELECT id, document, number FROM revision WHERE change = ? ORDER BY id
        """,
        row -> new Revision(row.getLong(1), row.getLong(2), row.getInt(3)),
        change);
  }

  /**
   * Adds a revision after {@code undone} with the units of the one before it; if there is none, an
   * empty one without files: see {@link DocumentReader#PRESENT}.
   */
  private long follow(Revision undone, long change) throws SQLException {
    Optional<Long> previous = before(undone);
    long id = database.number("SELECT COALESCE(max(id), 0) + 1 FROM revision");
    database.update(
        """
        INSERT INTO revision (id, document, number, change, source_file, source_sha256,
          target_file, target_sha256, source_sentences, target_sentences, beads, furniture, tool,
          settings, digest)
        SELECT ?, document, (SELECT max(number) + 1 FROM revision WHERE document = ?), ?,
          CASE WHEN kept = 1 THEN source_file ELSE '' END, source_sha256,
          CASE WHEN kept = 1 THEN target_file ELSE '' END, target_sha256,
          source_sentences * kept, target_sentences * kept, beads * kept, furniture * kept, tool,
          CASE WHEN kept = 1 THEN settings ELSE '' END, ''
        FROM revision, (SELECT CAST(? AS INTEGER) AS kept) AS previous
        WHERE id = ?
        """,
        id,
        undone.document(),
        change,
        previous.isPresent() ? 1 : 0,
        previous.orElse(undone.id()));
    database.update(
        """
        INSERT INTO placement (revision, position, unit, bead)
        SELECT ?, position, unit, bead FROM placement WHERE revision = ?
        """,
        id,
        previous.orElse(0L));
    new PinWriter(database).giveBack(undone.document(), previous.orElse(0L), id);
    new RecordedBeads(database).giveBack(undone.document(), previous.orElse(0L), id);
    return id;
  }

  /** The revision before; empty when there is none. */
  private Optional<Long> before(Revision revision) throws SQLException {
    return database
        .list(
            """
            SELECT id FROM revision WHERE document = ? AND number = ?
            """,
            row -> row.getLong(1),
            revision.document(),
            revision.number() - 1)
        .stream()
        .findFirst();
  }
}
