package ballast.memory.index;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.memory.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads only those columns of units that a comparison needs. */
final class UnitTexts {

  /** An action on a text of a unit that is not retired. */
  @FunctionalInterface
  interface TextAction {
    void accept(long unit, Side side, Measure measure, long key, String text) throws SQLException;
  }

  private final Database database;
  private final Map<Long, Measure> measures = new HashMap<>();

  UnitTexts(Database database) {
    this.database = database;
  }

  /** The measure for the language with the given row. */
  Measure measure(long lang) throws SQLException {
    Measure known = measures.get(lang);
    if (known != null) {
      return known;
    }
    Measure[] found = {Measure.WORDS};
    database.forEach(
        "SELECT tag FROM language WHERE id = ?",
        row -> found[0] = Measure.of(new Lang(row.getString(1))),
        lang);
    measures.put(lang, found[0]);
    return found[0];
  }

  /** The rows of the languages with this measure. */
  List<Long> languages(Measure measure) throws SQLException {
    List<Long> languages = new ArrayList<>();
    for (long lang : database.list("SELECT id FROM language ORDER BY id", row -> row.getLong(1))) {
      if (measure(lang) == measure) {
        languages.add(lang);
      }
    }
    return languages;
  }

  /** Both texts of the units after {@code covered}, and of those pending at or before it. */
  void forEachUncovered(long covered, TextAction action) throws SQLException {
    forEachUncovered(covered, 0, -1, action);
  }

  /**
   * As {@link #forEachUncovered(long, TextAction)}, but skips units that the index gets from
   * elsewhere, unless they are pending.
   *
   * @param first the id of the first such unit; above {@code last} when there is none
   */
  void forEachUncovered(long covered, long first, long last, TextAction action)
      throws SQLException {
    String columns = "id, source_lang, target_lang, source_key, target_key, source, target";
    long from = first <= last && first == covered + 1 ? last : covered;
    database.forEach(
        "SELECT " + columns + " FROM unit WHERE id > ? AND id NOT BETWEEN ? AND ? ORDER BY id",
        row -> both(row, action),
        from,
        first,
        last);
    database.forEach(
        "SELECT "
            + columns
            + " FROM unit WHERE id IN (SELECT unit FROM fuzzy_pending)"
            + " AND (id <= ? OR id BETWEEN ? AND ?) ORDER BY id",
        row -> both(row, action),
        covered,
        first,
        last);
  }

  private void both(ResultSet row, TextAction action) throws SQLException {
    long id = row.getLong(1);
    action.accept(id, Side.SOURCE, measure(row.getLong(2)), key(row.getLong(4)), row.getString(6));
    action.accept(id, Side.TARGET, measure(row.getLong(3)), key(row.getLong(5)), row.getString(7));
  }

  /** The upper bits of a text key, which are all that is stored of it. */
  static long key(long stored) {
    return stored << Integer.SIZE;
  }
}
