package ballast.memory.index;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads only the columns of units that a comparison needs. */
final class UnitTexts {

  @FunctionalInterface
  interface TextAction {
    void accept(long unit, Side side, Measure measure, long key, String text) throws SQLException;
  }

  private static final String LANGUAGES = "SELECT id, tag FROM language";

  private static final String UNCOVERED =
      "SELECT id, source_lang, target_lang, source_key, target_key, source, target FROM unit ";

  private final Database database;
  private final Map<Long, Measure> measures = new HashMap<>();

  UnitTexts(Database database) {
    this.database = database;
  }

  Measure measure(long lang) throws SQLException {
    Measure known = measures.get(lang);
    if (known != null) {
      return known;
    }
    database.forEach(LANGUAGES, this::add);
    return measures.computeIfAbsent(lang, unknown -> Measure.WORDS);
  }

  private void add(ResultSet row) throws SQLException {
    measures.put(row.getLong(1), Measure.of(new Lang(row.getString(2))));
  }

  /** Records the languages of all units; to be sent along with another query. */
  Query languages() {
    return new Query(LANGUAGES, this::add);
  }

  /** Must be called before reading very many rows. */
  void requireTransaction() {
    database.engine().requireTransaction();
  }

  List<Long> languages(Measure measure) throws SQLException {
    List<Long> languages = new ArrayList<>();
    for (long lang : database.list("SELECT id FROM language ORDER BY id", row -> row.getLong(1))) {
      if (measure(lang) == measure) {
        languages.add(lang);
      }
    }
    return languages;
  }

  /**
   * Passes on both texts of the units after {@code covered}, and of those pending at or before it.
   */
  void forEachUncovered(long covered, TextAction action) throws SQLException {
    forEachUncovered(covered, 0, -1, action);
  }

  /**
   * Skips units that the index gets from elsewhere, unless they are pending.
   *
   * @param first id of the first such unit; above {@code last} if there is none
   */
  void forEachUncovered(long covered, long first, long last, TextAction action)
      throws SQLException {
    long from = first <= last && first == covered + 1 ? last : covered;
    database.forEach(
        List.of(
            new Query(
                UNCOVERED + "WHERE id > ? AND id NOT BETWEEN ? AND ? ORDER BY id",
                row -> both(row, action),
                List.of(from, first, last)),
            new Query(
                UNCOVERED
                    + "WHERE id IN (SELECT unit FROM fuzzy_pending)"
                    + " AND (id <= ? OR id BETWEEN ? AND ?) ORDER BY id",
                row -> both(row, action),
                List.of(covered, first, last))));
  }

  private void both(ResultSet row, TextAction action) throws SQLException {
    long id = row.getLong(1);
    action.accept(id, Side.SOURCE, measure(row.getLong(2)), key(row.getLong(4)), row.getString(6));
    action.accept(id, Side.TARGET, measure(row.getLong(3)), key(row.getLong(5)), row.getString(7));
  }

  /** Returns the upper bits of a text key, the only ones stored. */
  static long key(long stored) {
    return stored << Integer.SIZE;
  }
}
