package ballast.memory;

import ballast.bitext.InlineCode.Side;
import ballast.bitext.Lang;
import ballast.memory.fuzzy.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the texts of units for comparing: no more of a unit than that takes. */
final class UnitTexts {

  /** Takes a text of a unit that is not retired. */
  @FunctionalInterface
  interface TextAction {
    void accept(long unit, Side side, Measure measure, long key, String text) throws SQLException;
  }

  private final Database database;
  private final Map<Long, Measure> measures = new HashMap<>();

  UnitTexts(Database database) {
    this.database = database;
  }

  /** The measure of a language's row. */
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

  /** Both texts of the units after {@code covered}, and of those pending at or before it. */
  void forEachUncovered(long covered, TextAction action) throws SQLException {
    String columns = "id, source_lang, target_lang, source_key, target_key, source, target";
    database.forEach(
        "SELECT " + columns + " FROM unit WHERE id > ? ORDER BY id",
        row -> both(row, action),
        covered);
    database.forEach(
        "SELECT "
            + columns
            + " FROM unit WHERE id IN (SELECT unit FROM fuzzy_pending) AND id <= ? ORDER BY id",
        row -> both(row, action),
        covered);
  }

  private void both(ResultSet row, TextAction action) throws SQLException {
    long id = row.getLong(1);
    action.accept(id, Side.SOURCE, measure(row.getLong(2)), key(row, 4), row.getString(6));
    action.accept(id, Side.TARGET, measure(row.getLong(3)), key(row, 5), row.getString(7));
  }

  /** The upper bits of a text key, which are all that is stored of it. */
  private static long key(ResultSet row, int column) throws SQLException {
    return row.getLong(column) << Integer.SIZE;
  }
}
