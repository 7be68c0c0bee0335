package ballast.memory.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order of the beads of documents, and their units. Writes inside a transaction. */
public final class Placements {

  /** Condition on {@code placement p} for the units that a document has now. */
  public static final String NOW = "p.taken_in IS NULL AND p.unit IS NOT NULL";

  /** Condition on {@code placement p} for the beads right after {@code revision r}. */
  public static final String THEN =
      "p.document = r.document AND p.set_in <= r.id AND (p.taken_in IS NULL OR p.taken_in > r.id)";

  /** SQL for the number of a unit's bead among those of its document now; 0 if it has none. */
  public static final String BEAD =
      """
      (SELECT count(*) FROM placement own
       JOIN placement b ON b.document = own.document AND b.rank <= own.rank AND b.taken_in IS NULL
       WHERE own.unit = u.id AND own.taken_in IS NULL)
      """;

  private final Database database;

  Placements(Database database) {
    this.database = database;
  }

  /** Returns the ranks of a document's beads now, rising. */
  long[] ranks(long document) throws SQLException {
    return database
        .list(
            "SELECT rank FROM placement WHERE document = ? AND taken_in IS NULL ORDER BY rank",
            row -> row.getLong(1),
            document)
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /**
   * Gives a document other beads from a revision on. Beads that stay keep their rows.
   *
   * @param units of all beads in order; 0 for a bead without one
   */
  void write(List<Long> units, long document, long revision) throws SQLException {
    Map<Long, Long> before = new TreeMap<>(); // units by rank
    database.forEach(
        "SELECT rank, COALESCE(unit, 0) FROM placement WHERE document = ? AND taken_in IS NULL",
        row -> before.put(row.getLong(1), row.getLong(2)),
        document);
    Map<Long, Long> after = placed(units, before);
    for (Map.Entry<Long, Long> old : before.entrySet()) {
      if (!old.getValue().equals(after.get(old.getKey()))) {
        database.updateSoon(
            """
            UPDATE placement SET taken_in = ?
            WHERE document = ? AND rank = ? AND taken_in IS NULL AND set_in < ?
            """,
            revision,
            document,
            old.getKey(),
            revision);
      }
    }
    for (Map.Entry<Long, Long> made : after.entrySet()) {
      long unit = made.getValue();
      if (!made.getValue().equals(before.get(made.getKey()))) {
        database.updateSoon(
            "INSERT INTO placement (document, rank, set_in, unit) VALUES (?, ?, ?, ?)",
            document,
            made.getKey(),
            revision,
            unit == 0 ? null : unit);
      }
    }
  }

  private static Map<Long, Long> placed(List<Long> units, Map<Long, Long> before) {
    Map<List<Long>, Long> earlier = new HashMap<>();
    Iterator<Long> ranks = before.keySet().iterator();
    places(before.values()).forEach(place -> earlier.put(place, ranks.next()));
    long[] after =
        Ranks.of(places(units).stream().mapToLong(p -> earlier.getOrDefault(p, 0L)).toArray());
    Map<Long, Long> placed = new TreeMap<>();
    for (int i = 0; i < after.length; i++) {
      placed.put(after[i], units.get(i));
    }
    return placed;
  }

  /** Identifies each bead by its unit, or the unit before it and the number of beads since. */
  private static List<List<Long>> places(Collection<Long> units) {
    List<List<Long>> places = new ArrayList<>();
    long last = 0;
    long since = 0;
    for (long unit : units) {
      since = unit == 0 ? since + 1 : 0;
      last = unit == 0 ? last : unit;
      places.add(List.of(last, since));
    }
    return places;
  }

  /**
   * Gives a document the beads that it had after an earlier revision.
   *
   * @param earlier its row; 0 for none
   */
  void giveBack(long document, long earlier, long revision) throws SQLException {
    database.update(
        "UPDATE placement SET taken_in = ? WHERE document = ? AND taken_in IS NULL AND set_in > ?",
        revision,
        document,
        earlier);
    database.update(
        """
        INSERT INTO placement (document, rank, set_in, unit)
        SELECT document, rank, ?, unit FROM placement
        WHERE document = ? AND set_in <= ? AND taken_in > ?
        """,
        revision,
        document,
        earlier,
        earlier);
  }
}
