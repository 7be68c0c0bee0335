package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.memory.TextKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes and units. All changes to existing units go through this class; triggers record
 * their old states. Runs inside a transaction.
 */
public final class UnitWriter {

  private static final String UPDATE =
      """
      UPDATE unit
      SET status = ?, confidence = ?, changed_in = ?, retired_in = ?, deleted_in = ?,
        confirmed_in = ?%s
      WHERE id = ?
      """;

  private static final String TEXTS =
      ", source_key = ?, target_key = ?, codes = ?, source = ?, target = ?";

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
   * @param author counts, as {@code at}, only if the engine does not know the user
   * @param undoes the id of the change that it undoes; 0 for none
   */
  public long addChange(String kind, Instant at, String author, String note, long undoes)
      throws SQLException {
    long id =
        database.number(
            """
            INSERT INTO %s (kind, at, author, command, undoes, note)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """
                .formatted(database.engine().written("change")),
            kind,
            at.toString(),
            author,
            nullIfZero(database.command()),
            nullIfZero(undoes),
            note);
    database.changed(id);
    return id;
  }

  /** Adds a language if it is missing and returns its id. */
  public long language(String tag) throws SQLException {
    long known = database.number("SELECT id FROM language WHERE tag = ?", tag);
    String table = database.engine().written("language");
    return known != 0
        ? known
        : database.number("INSERT INTO " + table + " (tag) VALUES (?) RETURNING id", tag);
  }

  /** Adds a unit; its languages are given by their rows. */
  public void insert(StoredUnit unit, long sourceLang, long targetLang, TextKey.Stored keys)
      throws SQLException {
    database.updateSoon(
        insert,
        unit.id(),
        UnitId.number(unit.uid()),
        nullIfZero(unit.document()),
        sourceLang,
        targetLang,
        UnitRows.number(unit.status()),
        unit.confidence(),
        unit.changedIn(),
        unit.changedIn(),
        nullIfZero(unit.confirmedIn()),
        keys.source(),
        keys.target(),
        nullIfEmpty(unit.codes()),
        unit.source(),
        unit.target());
  }

  /** Marks a document as changed; does nothing for document 0. */
  public void touch(long document, long change) throws SQLException {
    if (document != 0) {
      database.updateSoon("UPDATE document SET changed_in = ? WHERE id = ?", change, document);
    }
  }

  /**
   * Changes a unit. The database itself records the old state, unless the same change has added the
   * unit; of several times in a change the first counts. If the states are equal, this only records
   * the note, if any.
   *
   * @param note information that the texts do not show; may be empty
   */
  public void write(StoredUnit before, StoredUnit after, String note) throws SQLException {
    if (!before.equals(after)) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(UnitRows.number(after.status()));
      values.add(after.confidence());
      values.add(after.changedIn());
      values.add(nullIfZero(after.retiredIn()));
      values.add(nullIfZero(after.deletedIn()));
      values.add(nullIfZero(after.confirmedIn()));
      boolean isText =
          !(before.source().equals(after.source())
              && before.target().equals(after.target())
              && before.codes().equals(after.codes()));
      if (isText) {
        values.add(TextKey.stored(after.source()));
        values.add(TextKey.stored(after.target()));
        values.add(nullIfEmpty(after.codes()));
        values.add(after.source());
        values.add(after.target());
      }
      values.add(before.id());
      database.updateSoon(UPDATE.formatted(isText ? TEXTS : ""), values.toArray());
    }
    if (!note.isEmpty()) {
      database.updateSoon("INSERT INTO unit_note (unit, note) VALUES (?, ?)", before.id(), note);
    }
  }

  private static @Nullable Long nullIfZero(long row) {
    return row == 0 ? null : row;
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Describes a character of a unit or note that cannot be stored; empty if there is none. */
  public static Optional<String> unstorable(Unit unit, String note) {
    StringBuilder texts = new StringBuilder(note);
    List<String> fields = new ArrayList<>(List.of(unit.source(), unit.target()));
    for (InlineCode code : unit.codes()) {
      fields.addAll(List.of(code.element(), code.attributes(), code.content()));
    }
    fields.add(unit.extras().context().before());
    fields.add(unit.extras().context().after());
    for (Property property : unit.extras().properties()) {
      fields.addAll(List.of(property.name(), property.value()));
    }
    // The mark keeps halves of two fields from making a whole character.
    fields.forEach(field -> texts.append('|').append(field));
    return TextKey.unstorable(texts.toString());
  }
}
