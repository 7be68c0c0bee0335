package ballast.memory;

import ballast.memory.HistoryEntry.What;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Gives units another state and records what that replaces: the one place through which a unit of
 * the memory is changed. Runs inside a transaction.
 */
final class StateWriter {

  private final Database database;

  StateWriter(Database database) {
    this.database = database;
  }

  /**
   * Changes a unit; does nothing when the states are equal. A unit can be changed once in a change.
   *
   * @param unit its row
   * @param before what the memory holds of it
   * @param change the row of the change
   * @param note what the texts do not show; empty when there is nothing
   */
  void write(long unit, UnitState before, UnitState after, long change, String note)
      throws SQLException {
    if (before.equals(after)) {
      return;
    }
    record(unit, before, after, change, note);
    database.update(
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
    database.update(
        """
        UPDATE unit
        SET source_key = ?, target_key = ?, codes = ?, source = ?, target = ?
        WHERE id = ?
        """,
        TextKey.hash(after.texts().source()),
        TextKey.hash(after.texts().target()),
        after.codes().isEmpty() ? null : after.codes(),
        after.texts().source(),
        after.texts().target(),
        unit);
  }

  private void record(long unit, UnitState before, UnitState after, long change, String note)
      throws SQLException {
    database.update(
        """
        INSERT INTO unit_history (unit, change, kind, old_status, old_confidence, old_changed_in,
          old_retired_in, old_deleted_in, old_codes, old_source, old_target, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
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

  /** What a person would say has happened. */
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
    return before.status() == after.status() ? What.SCORED : What.JUDGED;
  }

  private static <T> @Nullable T replaced(T before, T after) {
    return before.equals(after) ? null : before;
  }

  private static @Nullable Long nullIfZero(long row) {
    return row == 0 ? null : row;
  }
}
