package ballast.memory.store;

import ballast.memory.HistoryEntry.What;
import ballast.memory.TextKey;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Changes the state of units and records the old state. All changes to existing units go through
 * this class. Runs inside a transaction.
 */
public final class StateWriter {

  private final Database database;

  public StateWriter(Database database) {
    this.database = database;
  }

  /**
   * Changes a unit, at most once in a change. If the states are equal, it only records the note, if
   * any.
   *
   * @param unit its row
   * @param note information that the texts do not show; may be empty
   */
  public void write(long unit, UnitState before, UnitState after, long change, String note)
      throws SQLException {
    if (before.equals(after) && note.isEmpty()) {
      return;
    }
    record(RECORD, unit, before, after, change, note);
    if (!before.equals(after)) {
      replace(unit, before, after);
    }
  }

  /**
   * Like {@link #write}, for a change that may change a unit several times. It records only the
   * state before the first time.
   */
  public void writeAgain(long unit, UnitState before, UnitState after, long change)
      throws SQLException {
    if (before.equals(after)) {
      return;
    }
    record(RECORD + FIRST_COUNTS, unit, before, after, change, "");
    replace(unit, before, after);
  }

  /** Changes a unit that the same change has added, so there is no earlier state to record. */
  public void replace(long unit, UnitState before, UnitState after) throws SQLException {
    database.updateSoon(
        """
        UPDATE unit
        SET status = ?, confidence = ?, changed_in = ?, retired_in = ?, deleted_in = ?
        WHERE id = ?
        """,
        UnitRows.number(after.status()),
        after.confidence(),
        after.changedIn(),
        nullIfZero(after.retiredIn()),
        nullIfZero(after.deletedIn()),
        unit);
    if (!before.texts().equals(after.texts()) || !before.codes().equals(after.codes())) {
      writeTexts(unit, after);
    }
  }

  private void writeTexts(long unit, UnitState after) throws SQLException {
    database.updateSoon(
        """
        UPDATE unit
        SET source_key = ?, target_key = ?, codes = ?, source = ?, target = ?
        WHERE id = ?
        """,
        TextKey.stored(after.texts().source()),
        TextKey.stored(after.texts().target()),
        after.codes().isEmpty() ? null : after.codes(),
        after.texts().source(),
        after.texts().target(),
        unit);
  }

  private static final String RECORD =
      """
      INSERT INTO unit_history (unit, change, kind, old_status, old_confidence, old_changed_in,
        old_retired_in, old_deleted_in, old_codes, old_source, old_target, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIRST_COUNTS =
      """
      ON CONFLICT (unit, change) DO UPDATE
      SET kind = CASE excluded.kind WHEN 'changed' THEN excluded.kind ELSE unit_history.kind END,
        old_status = COALESCE(unit_history.old_status, excluded.old_status),
        old_confidence = COALESCE(unit_history.old_confidence, excluded.old_confidence),
        old_changed_in = COALESCE(unit_history.old_changed_in, excluded.old_changed_in),
        old_codes = COALESCE(unit_history.old_codes, excluded.old_codes),
        old_source = COALESCE(unit_history.old_source, excluded.old_source),
        old_target = COALESCE(unit_history.old_target, excluded.old_target)
      """;

  private void record(
      String sql, long unit, UnitState before, UnitState after, long change, String note)
      throws SQLException {
    database.updateSoon(
        sql,
        unit,
        change,
        kind(before, after).label(),
        replaced(UnitRows.number(before.status()), UnitRows.number(after.status())),
        replaced(before.confidence(), after.confidence()),
        replaced(before.changedIn(), after.changedIn()),
        before.isRetired() ? replaced(before.retiredIn(), after.retiredIn()) : null,
        replaced(before.deletedIn(), after.deletedIn()),
        replaced(before.codes(), after.codes()),
        replaced(before.texts().source(), after.texts().source()),
        replaced(before.texts().target(), after.texts().target()),
        note.isEmpty() ? null : note);
  }

  /** The kind of event from a user's point of view. */
  private static What kind(UnitState before, UnitState after) {
    if (before.isRetired() != after.isRetired()) {
      return after.isRetired() ? What.RETIRED : What.REVIVED;
    }
    if (before.isDeleted() != after.isDeleted()) {
      return after.isDeleted() ? What.DELETED : What.RESTORED;
    }
    if (!before.texts().equals(after.texts()) || !before.codes().equals(after.codes())) {
      return What.CHANGED;
    }
    if (before.equals(after)) {
      return What.JUDGED; // a note without a new status: a comment
    }
    return before.status() == after.status() ? What.SCORED : What.JUDGED;
  }

  private static <T> @Nullable T replaced(T before, T after) {
    return before.equals(after) ? null : before;
  }

  private static @Nullable Long nullIfZero(long row) {
    return row == 0 ? null : row;
  }
}
