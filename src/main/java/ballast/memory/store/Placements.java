package ballast.memory.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** A row of the table; unit 0 for none. */
  private record Placed(long rank, long unit) {}

  /** Identifies a bead: by its unit, or the unit before it and the number of beads since. */
  private record Place(long unit, int since) {}

  /**
   * Gives a document other beads from a revision on. Beads that stay keep their rows.
   *
   * @param units of all beads in order; 0 for a bead without one
   */
  void write(List<Long> units, long document, long revision) throws SQLException {
    Set<Placed> before =
        new LinkedHashSet<>(
            database.list(
                """
                SELECT rank, COALESCE(unit, 0) FROM placement
                WHERE document = ? AND taken_in IS NULL ORDER BY rank
                """,
                row -> new Placed(row.getLong(1), row.getLong(2)),
                document));
    Set<Placed> after = placed(units, before);
    for (Placed placed : before) {
      if (!after.contains(placed)) {
        database.updateSoon(
            """
            UPDATE placement SET taken_in = ?
            WHERE document = ? AND rank = ? AND taken_in IS NULL AND set_in < ?
            """,
            revision,
            document,
            placed.rank(),
            revision);
      }
    }
    for (Placed placed : after) {
      if (!before.contains(placed)) {
        database.updateSoon(
            "INSERT INTO placement (document, rank, set_in, unit) VALUES (?, ?, ?, ?)",
            document,
            placed.rank(),
            revision,
            placed.unit() == 0 ? null : placed.unit());
      }
    }
  }

  private static Set<Placed> placed(List<Long> units, Set<Placed> before) {
    Map<Place, Long> earlier = new HashMap<>();
    Iterator<Place> next = places(before.stream().map(Placed::unit).toList()).iterator();
    before.forEach(placed -> earlier.put(next.next(), placed.rank()));
    long[] ranks =
        Ranks.of(places(units).stream().mapToLong(p -> earlier.getOrDefault(p, 0L)).toArray());
    Set<Placed> after = new LinkedHashSet<>();
    for (int i = 0; i < ranks.length; i++) {
      after.add(new Placed(ranks[i], units.get(i)));
    }
    return after;
  }

  private static List<Place> places(List<Long> units) {
    List<Place> places = new ArrayList<>();
    Place last = new Place(0, 0);
    for (long unit : units) {
      last = unit == 0 ? new Place(last.unit(), last.since() + 1) : new Place(unit, 0);
      places.add(last);
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
