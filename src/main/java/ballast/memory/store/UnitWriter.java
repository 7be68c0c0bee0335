package ballast.memory.store;

import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.HistoryEntry.What;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter.UnitConditions;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes units and the history of their changes. Runs inside a transaction. */
public final class UnitWriter {

  private final Database database;
  private final StateWriter states;
  private final String insert;

  public UnitWriter(Database database) {
    this(database, "unit");
  }

  /**
   * @param table receives the rows of new units
   */
  public UnitWriter(Database database, String table) {
    this.database = database;
    this.states = new StateWriter(database);
    this.insert =
        """
        INSERT INTO %s (id, uid, document, source_lang, target_lang, status, confidence,
          created_in, changed_in, source_key, target_key, codes, source, target)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(table);
  }

  public long addChange(String kind, Instant at, String author) throws SQLException {
    return new ChangeWriter(database).add(kind, at, new Origin(author, ""));
  }

  /** Adds a language if it is missing and returns its id. */
  public long language(String tag) throws SQLException {
    database.update(
        """
        INSERT INTO language (tag) VALUES (?) ON CONFLICT (tag) DO NOTHING
        """,
        tag);
    return database.number("SELECT id FROM language WHERE tag = ?", tag);
  }

  void insert(long id, String uid, RevisionPlan.Step step, Place place) throws SQLException {
    Unit unit = step.unit();
    TextKey.Stored keys = TextKey.stored(unit.source(), unit.target());
    insert(id, UnitId.number(uid), unit, keys, step.status(), place);
  }

  /**
   * Adds a unit with its own status.
   *
   * @param id its row
   * @param uid the stored form of its id
   */
  public void insert(long id, long uid, Unit unit, TextKey.Stored keys, Place place)
      throws SQLException {
    insert(id, uid, unit, keys, unit.provenance().status(), place);
  }

  private void insert(
      long id, long uid, Unit unit, TextKey.Stored keys, Unit.Status status, Place place)
      throws SQLException {
    database.updateSoon(
        insert,
        id,
        uid,
        place.document() == 0 ? null : Long.valueOf(place.document()),
        place.sourceLang(),
        place.targetLang(),
        UnitRows.number(status),
        UnitConditions.hundredths(unit.provenance().confidence()),
        place.change(),
        place.change(),
        keys.source(),
        keys.target(),
        nullIfEmpty(CodesColumn.write(unit.codes())),
        unit.source(),
        unit.target());
  }

  /** Rows that a new unit refers to; document 0 if it has none. */
  public record Place(long document, long sourceLang, long targetLang, long change) {}

  /**
   * Gives a unit the texts, codes, status and confidence of a step, revives it if it is retired,
   * and records the old state.
   */
  void change(RevisionPlan.Step step, StoredUnit old, long change) throws SQLException {
    boolean changes = step.changesText() || step.changesCodes() || approves(step, old);
    UnitState after =
        new UnitState(
            RevisionPlan.texts(step.unit()),
            step.codes(),
            step.status(),
            UnitConditions.hundredths(step.unit().provenance().confidence()),
            changes ? change : old.state().changedIn(),
            0,
            step.isAbsent() ? old.state().deletedIn() : 0);
    states.write(old.id(), old.state(), after, change, "");
  }

  void retire(StoredUnit unit, long change, long revision) throws SQLException {
    states.write(unit.id(), unit.state(), unit.state().withRetiredIn(revision), change, "");
  }

  private static boolean approves(RevisionPlan.Step step, StoredUnit old) {
    return step.approved() && old.state().status() != Unit.Status.APPROVED;
  }

  /** Records another confidence, or an approval, for unchanged texts. */
  void judge(RevisionPlan.Step step, StoredUnit old, int hundredths, long change)
      throws SQLException {
    UnitState scored = old.state().withConfidence(hundredths);
    UnitState after =
        approves(step, old) ? scored.withStatus(Unit.Status.APPROVED, change) : scored;
    states.write(old.id(), old.state(), after, change, "");
  }

  /** Replaces a confidence without recording the old one, for runs that change nothing else. */
  void replaceConfidence(StoredUnit unit, int hundredths) throws SQLException {
    if (unit.state().confidence() != hundredths) {
      database.update(
          """
          UPDATE unit SET confidence = ? WHERE id = ?
          """,
          hundredths,
          unit.id());
    }
  }

  public void setStatus(String uid, Unit.Status status, String author, Instant at)
      throws SQLException {
    StateReader.Row row = new StateReader(database).require(uid);
    if (row.state().status() != status) {
      long change = addChange(What.JUDGED.label(), at, author);
      states.write(row.id(), row.state(), row.state().withStatus(status, change), change, "");
      touch(row.document(), change);
    }
  }

  /** Marks a document as changed; does nothing for document 0. */
  public void touch(long document, long change) throws SQLException {
    if (document != 0) {
      database.updateSoon(
          """
          UPDATE document SET changed_in = ? WHERE id = ?
          """,
          change,
          document);
    }
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
