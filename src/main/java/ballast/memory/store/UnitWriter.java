package ballast.memory.store;

import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.HistoryEntry.What;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter.UnitConditions;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes and units, and records the old state of a changed unit. All changes to existing
 * units go through this class. Runs inside a transaction.
 */
public final class UnitWriter {

  private final Database database;
  private final String insert;

  public UnitWriter(Database database) {
    this(database, "unit");
  }

  /**
   * @param table receives the rows of new units
   */
  public UnitWriter(Database database, String table) {
    this.database = database;
    this.insert =
        """
        INSERT INTO %s (id, uid, document, source_lang, target_lang, status, confidence,
          created_in, changed_in, confirmed_in, source_key, target_key, codes, source, target)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(table);
  }

  /**
   * Adds a change and returns its id.
   *
   * @param kind for example {@code aligned}
   * @param origin its author counts only if the engine does not know the user
   * @param undoes the id of the change that it undoes; 0 for none
   */
  public long addChange(String kind, Instant at, Origin origin, long undoes) throws SQLException {
    long id =
        database.number(
            """
            INSERT INTO change (id, kind, at, author, command, undoes, note)
            SELECT COALESCE(max(id), 0) + 1, ?, ?, ?, ?, ?, ? FROM change
            RETURNING id
            """,
            kind,
            at.toString(),
            database.engine().user().orElse(origin.author()),
            nullIfZero(database.command()),
            nullIfZero(undoes),
            origin.note());
    database.changed(id);
    return id;
  }

  /** Adds a language if it is missing and returns its id. */
  public long language(String tag) throws SQLException {
    database.update("INSERT INTO language (tag) VALUES (?) ON CONFLICT (tag) DO NOTHING", tag);
    return database.number("SELECT id FROM language WHERE tag = ?", tag);
  }

  /**
   * Adds a unit.
   *
   * @param id its row
   * @param uid the stored form of its id
   * @param confirmed whether a user confirmed its pair
   */
  public void insert(
      long id, long uid, Unit unit, boolean confirmed, TextKey.Stored keys, Place place)
      throws SQLException {
    database.updateSoon(
        insert,
        id,
        uid,
        nullIfZero(place.document()),
        place.sourceLang(),
        place.targetLang(),
        UnitRows.number(unit.provenance().status()),
        UnitConditions.hundredths(unit.provenance().confidence()),
        place.change(),
        place.change(),
        confirmed ? place.change() : null,
        keys.source(),
        keys.target(),
        nullIfEmpty(CodesColumn.write(unit.codes())),
        unit.source(),
        unit.target());
  }

  /** Rows that a new unit refers to; document 0 if it has none. */
  public record Place(long document, long sourceLang, long targetLang, long change) {}

  /**
   * Gives a unit the texts, codes, status and pairing of a step, revives it if it is retired, and
   * records the old state.
   */
  void change(RevisionPlan.Step step, StoredUnit old, long change) throws SQLException {
    UnitState after =
        new UnitState(
            RevisionPlan.texts(step.unit()),
            step.codes(),
            step.status(),
            step.hundredths(),
            step.changesText() || step.changesCodes() ? change : old.state().changedIn(),
            0,
            step.isAbsent() ? old.state().deletedIn() : 0,
            step.confirmedIn(change));
    write(old, after, change, "");
  }

  void retire(StoredUnit unit, long change, long revision) throws SQLException {
    write(unit, unit.state().withRetiredIn(revision), change, "");
  }

  /** Replaces a confidence without recording the old one, for runs that change nothing else. */
  void replaceConfidence(StoredUnit unit, int hundredths) throws SQLException {
    if (unit.state().confidence() != hundredths) {
      database.update("UPDATE unit SET confidence = ? WHERE id = ?", hundredths, unit.id());
    }
  }

  /** Marks a document as changed; does nothing for document 0. */
  public void touch(long document, long change) throws SQLException {
    if (document != 0) {
      database.updateSoon("UPDATE document SET changed_in = ? WHERE id = ?", change, document);
    }
  }

  /**
   * Changes a unit, at most once in a change. Does nothing if the states are equal.
   *
   * @param note information that the texts do not show; may be empty
   */
  public void write(StoredUnit unit, UnitState after, long change, String note)
      throws SQLException {
    if (!unit.state().equals(after)) {
      record(RECORD, unit, after, change, note);
      replace(unit, after);
    }
  }

  /**
   * Like {@link #write}, for a change that may change a unit several times. It records only the
   * state before the first time.
   */
  public void writeAgain(StoredUnit unit, UnitState after, long change) throws SQLException {
    if (!unit.state().equals(after)) {
      record(RECORD + FIRST_COUNTS, unit, after, change, "");
      replace(unit, after);
    }
  }

  /** Changes a unit that the same change has added, so there is no earlier state to record. */
  public void replace(StoredUnit unit, UnitState after) throws SQLException {
    UnitState before = unit.state();
    database.updateSoon(
        """
        UPDATE unit
        SET status = ?, confidence = ?, changed_in = ?, retired_in = ?, deleted_in = ?,
          confirmed_in = ?
        WHERE id = ?
        """,
        UnitRows.number(after.status()),
        after.confidence(),
        after.changedIn(),
        nullIfZero(after.retiredIn()),
        nullIfZero(after.deletedIn()),
        nullIfZero(after.confirmedIn()),
        unit.id());
    if (!before.texts().equals(after.texts()) || !before.codes().equals(after.codes())) {
      database.updateSoon(
          """
          UPDATE unit
          SET source_key = ?, target_key = ?, codes = ?, source = ?, target = ?
          WHERE id = ?
          """,
          TextKey.stored(after.texts().source()),
          TextKey.stored(after.texts().target()),
          nullIfEmpty(after.codes()),
          after.texts().source(),
          after.texts().target(),
          unit.id());
    }
  }

  private static final String RECORD =
      """
      INSERT INTO unit_history (unit, change, kind, old_status, old_confidence, old_changed_in,
        old_retired_in, old_deleted_in, old_confirmed_in, old_codes, old_source, old_target, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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

  private void record(String sql, StoredUnit unit, UnitState after, long change, String note)
      throws SQLException {
    UnitState before = unit.state();
    database.updateSoon(
        sql,
        unit.id(),
        change,
        kind(before, after).label(),
        replaced(UnitRows.number(before.status()), UnitRows.number(after.status())),
        replaced(before.confidence(), after.confidence()),
        replaced(before.changedIn(), after.changedIn()),
        before.isRetired() ? replaced(before.retiredIn(), after.retiredIn()) : null,
        replaced(before.deletedIn(), after.deletedIn()),
        replaced(before.confirmedIn(), after.confirmedIn()),
        replaced(before.codes(), after.codes()),
        replaced(before.texts().source(), after.texts().source()),
        replaced(before.texts().target(), after.texts().target()),
        nullIfEmpty(note));
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
    if (before.status() != after.status()) {
      return What.JUDGED;
    }
    if (before.confirmedIn() != after.confirmedIn()) {
      return after.confirmedIn() == 0 ? What.UNCONFIRMED : What.CONFIRMED;
    }
    return What.SCORED;
  }

  private static <T> @Nullable T replaced(T before, T after) {
    return before.equals(after) ? null : before;
  }

  private static @Nullable Long nullIfZero(long row) {
    return row == 0 ? null : row;
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
