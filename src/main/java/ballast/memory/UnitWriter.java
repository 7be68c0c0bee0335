package ballast.memory;

import ballast.bitext.InputException;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.HistoryEntry.What;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes units and what their changes replace. Runs inside a transaction. */
final class UnitWriter {

  private final Database database;

  UnitWriter(Database database) {
    this.database = database;
  }

  /** Adds the row of a change and returns its id. */
  long addChange(String kind, Instant at, String author) throws SQLException {
    long id = database.number("SELECT COALESCE(max(id), 0) + 1 FROM change");
    database.update(
        """
        INSERT INTO change (id, kind, at, author) VALUES (?, ?, ?, ?)
        """,
        id,
        kind,
        at.toString(),
        author);
    return id;
  }

  /** Adds the row of a language if there is none and returns its id. */
  long language(String tag) throws SQLException {
    database.update(
        """
        INSERT INTO language (tag) VALUES (?) ON CONFLICT (tag) DO NOTHING
        """,
        tag);
    return database.number("SELECT id FROM language WHERE tag = ?", tag);
  }

  boolean exists(String uid) throws SQLException {
    return database.number("SELECT count(*) FROM unit WHERE uid = ?", uid) > 0;
  }

  /**
   * Adds a unit.
   *
   * @param id its row
   * @param place the document's row, the languages' rows and the change's row
   */
  void insert(long id, String uid, Unit unit, Place place) throws SQLException {
    database.update(
        """
        INSERT INTO unit (id, uid, document, source_lang, target_lang, status, confidence,
          created_in, changed_in, source_key, target_key, codes, source, target)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        uid,
        place.document() == 0 ? null : Long.valueOf(place.document()),
        place.sourceLang(),
        place.targetLang(),
        UnitRows.number(unit.provenance().status()),
        UnitRows.hundredths(unit.provenance().confidence()),
        place.change(),
        place.change(),
        TextKey.hash(unit.source()),
        TextKey.hash(unit.target()),
        nullIfEmpty(CodesColumn.write(unit.codes())),
        unit.source(),
        unit.target());
  }

  /** Rows that a new unit refers to; document 0 when it has none. */
  record Place(long document, long sourceLang, long targetLang, long change) {}

  /**
   * Gives a unit the texts, codes, status and confidence of a step, takes it out of retirement and
   * records what this replaces.
   */
  void change(RevisionPlan.Step step, StoredUnit old, long change) throws SQLException {
    Unit unit = step.unit();
    int confidence = UnitRows.hundredths(unit.provenance().confidence());
    boolean changes = step.changesText() || step.changesCodes();
    database.update(
        """
        INSERT INTO unit_history (unit, change, kind, old_status, old_confidence, old_changed_in,
          old_retired_in, old_codes, old_source, old_target)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        old.id(),
        change,
        (old.retiredIn() == 0 ? What.CHANGED : What.REVIVED).label(),
        step.isBackToDraft() ? UnitRows.number(old.status()) : null,
        confidence != old.confidence() ? old.confidence() : null,
        changes ? old.changedIn() : null,
        old.retiredIn() == 0 ? null : old.retiredIn(),
        step.changesCodes() ? old.codes() : null,
        unit.source().equals(old.texts().source()) ? null : old.texts().source(),
        unit.target().equals(old.texts().target()) ? null : old.texts().target());
    database.update(
        """
        UPDATE unit
        SET status = ?, confidence = ?, changed_in = ?, retired_in = NULL,
          source_key = ?, target_key = ?, codes = ?, source = ?, target = ?
        WHERE id = ?
        """,
        UnitRows.number(step.status()),
        confidence,
        changes ? change : old.changedIn(),
        TextKey.hash(unit.source()),
        TextKey.hash(unit.target()),
        nullIfEmpty(step.codes()),
        unit.source(),
        unit.target(),
        old.id());
  }

  /** Takes a unit out of the document. */
  void retire(StoredUnit unit, long change, long revision) throws SQLException {
    database.update(
        """
        INSERT INTO unit_history (unit, change, kind) VALUES (?, ?, 'retired')
        """,
        unit.id(),
        change);
    database.update(
        """
        UPDATE unit SET retired_in = ? WHERE id = ?
        """,
        revision,
        unit.id());
  }

  /** Records a confidence; no change of the unit. */
  void setConfidence(StoredUnit unit, int hundredths) throws SQLException {
    if (unit.confidence() != hundredths) {
      database.update(
          """
          UPDATE unit SET confidence = ? WHERE id = ?
          """,
          hundredths,
          unit.id());
    }
  }

  private record Judged(long id, int status, long changedIn, long document) {}

  /** See {@link Memory#setStatus}. */
  void setStatus(String uid, Status status, String author, Instant at) throws SQLException {
    List<Judged> found =
        database.list(
            """
            SELECT id, status, changed_in, COALESCE(document, 0) FROM unit WHERE uid = ?
            """,
            row -> new Judged(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4)),
            uid);
    if (found.isEmpty()) {
      throw new InputException(
          "there is no unit \"" + uid + "\" in the memory \"" + database.file() + "\"",
          "`ballast tm export` writes the units with their ids");
    }
    if (found.get(0).status() != UnitRows.number(status)) {
      judge(found.get(0), status, addChange(What.JUDGED.label(), at, author));
    }
  }

  private void judge(Judged unit, Status status, long change) throws SQLException {
    database.update(
        """
        INSERT INTO unit_history (unit, change, kind, old_status, old_changed_in)
        VALUES (?, ?, 'judged', ?, ?)
        """,
        unit.id(),
        change,
        unit.status(),
        unit.changedIn());
    database.update(
        """
        UPDATE unit SET status = ?, changed_in = ? WHERE id = ?
        """,
        UnitRows.number(status),
        change,
        unit.id());
    database.update(
        """
        UPDATE document SET changed_in = ? WHERE id = ?
        """,
        change,
        unit.document());
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
