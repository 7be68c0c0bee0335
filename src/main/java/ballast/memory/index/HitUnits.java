package ballast.memory.index;

import static java.util.stream.Collectors.joining;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.Score;
import ballast.memory.FuzzyQuery;
import ballast.memory.index.FuzzyIndex.Hit;
import ballast.memory.store.Database;
import ballast.memory.store.Statements.Query;
import ballast.memory.store.UnitRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the units that a search has found, and their neighbours. On a distant engine it reads those
 * that will probably be wanted in one journey.
 */
final class HitUnits {

  /** Batch sizes for reading units: the smallest one that holds all of them is used. */
  private static final List<Integer> BATCHES = List.of(1, 4, 16);

  private static final String SELECT =
      "SELECT " + UnitRows.COLUMNS + ", " + UnitRows.LAST_BEAD + ", u.id";

  private static final String IS_WANTED =
      " AND (u.retired_in IS NULL OR ? = 1) AND u.deleted_in IS NULL";

  private static final Map<Integer, String> UNITS = selects();

  /** More than the results, because penalties change the order. */
  private static final int MIN_AHEAD = 32;

  private static final String NEIGHBOURS =
      """
      SELECT near.position - p.position, u.source, u.target, p.unit
      FROM placement p
      JOIN placement near
        ON near.revision = p.revision AND near.position IN (p.position - 1, p.position + 1)
      JOIN unit u ON u.id = near.unit
      """;

  /** A unit with its row. */
  record Found(long row, Unit unit) {}

  /**
   * A unit beside another in the last revision that has the other.
   *
   * @param before whether it comes before the other
   * @param text on the side of the query
   */
  record Neighbour(boolean before, String text) {}

  private final Database database;
  private final UnitRows rows;
  private final FuzzyQuery query;
  private final Map<Long, Unit> ahead = new HashMap<>();
  private final Map<Long, List<Neighbour>> neighboursAhead = new HashMap<>();
  private int readAhead;

  /**
   * @param rows reused between queries for its cache
   */
  HitUnits(Database database, UnitRows rows, FuzzyQuery query) {
    this.database = database;
    this.rows = rows;
    this.query = query;
  }

  /**
   * The units that the query admits, of some hits.
   *
   * @param all of the query, by falling similarity
   * @param from the first of some hits that have the same similarity
   * @param end one past the last of them
   */
  List<Found> read(List<Hit> all, int from, int end) throws SQLException {
    if (!database.engine().isDistant()) {
      return read(all.subList(from, end));
    }
    if (end > readAhead) {
      readAhead = Math.min(all.size(), Math.max(end, from + MIN_AHEAD + query.limits().units()));
      readTogether(all.subList(from, readAhead));
    }
    List<Found> found = new ArrayList<>();
    for (Hit hit : all.subList(from, end)) {
      Unit unit = ahead.get(hit.unit());
      if (unit != null) {
        found.add(new Found(hit.unit(), unit));
      }
    }
    return found;
  }

  private List<Found> read(List<Hit> hits) throws SQLException {
    List<Found> found = new ArrayList<>();
    int from = 0;
    while (from < hits.size()) {
      int size = Database.batch(BATCHES, hits.size() - from);
      Object[] parameters = new Object[size + 1];
      for (int i = 0; i < size; i++) {
        parameters[i] = from + i < hits.size() ? hits.get(from + i).unit() : 0L;
      }
      parameters[size] = retired();
      database.forEachKept(
          UNITS.getOrDefault(size, ""),
          row -> {
            Unit unit = rows.read(row);
            if (query.filter().admits(unit)) {
              found.add(new Found(row.getLong(15), unit));
            }
          },
          parameters);
      from += size;
    }
    return found;
  }

  private int retired() {
    return query.filter().presence().retired() ? 1 : 0;
  }

  private static Map<Integer, String> selects() {
    Map<Integer, String> selects = new HashMap<>();
    for (int size : BATCHES) {
      selects.put(
          size,
          SELECT
              + (" FROM " + UnitRows.TABLES)
              + (" WHERE u.id IN (" + "?, ".repeat(size - 1) + "?)")
              + IS_WANTED);
    }
    return Map.copyOf(selects);
  }

  private void readTogether(List<Hit> hits) throws SQLException {
    String numbers = database.engine().numbers();
    List<Query> queries = new ArrayList<>();
    queries.add(
        new Query(
            SELECT
                + (" FROM " + numbers + " wanted CROSS JOIN " + UnitRows.TABLES)
                + " WHERE u.id = wanted.value"
                + IS_WANTED,
            row -> {
              Unit unit = rows.read(row);
              if (query.filter().admits(unit)) {
                ahead.put(row.getLong(15), unit);
              }
            },
            List.of(list(hits), retired())));
    List<Hit> full = hits.stream().filter(hit -> hit.similarity() == Score.FULL).toList();
    if (!query.neighbours().areUnknown() && !full.isEmpty()) {
      full.forEach(hit -> neighboursAhead.put(hit.unit(), new ArrayList<>()));
      queries.add(
          new Query(
              NEIGHBOURS
                  + ("CROSS JOIN " + numbers + " wanted")
                  + " WHERE p.unit = wanted.value AND p.revision ="
                  + " (SELECT max(revision) FROM placement WHERE unit = wanted.value)",
              row ->
                  neighboursAhead
                      .computeIfAbsent(row.getLong(4), unit -> new ArrayList<>())
                      .add(neighbour(row)),
              List.of(list(full))));
    }
    database.forEachTogether(queries);
  }

  private static String list(List<Hit> hits) {
    return hits.stream().map(hit -> String.valueOf(hit.unit())).collect(joining(",", "[", "]"));
  }

  private Neighbour neighbour(ResultSet row) throws SQLException {
    return new Neighbour(row.getInt(1) < 0, row.getString(query.side() == Side.SOURCE ? 2 : 3));
  }

  /** The neighbours of a unit. */
  List<Neighbour> neighbours(long unit) throws SQLException {
    List<Neighbour> known = neighboursAhead.get(unit);
    if (known != null) {
      return known;
    }
    List<Neighbour> found = new ArrayList<>();
    database.forEachKept(
        NEIGHBOURS
            + " WHERE p.unit = ? AND p.revision ="
            + " (SELECT max(revision) FROM placement WHERE unit = ?)",
        row -> found.add(neighbour(row)),
        unit,
        unit);
    return found;
  }
}
