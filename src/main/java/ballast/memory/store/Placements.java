package ballast.memory.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
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

  /** A bead; unit 0 for none. */
  private record Placed(long rank, long unit) {}

  /**
   * Gives a document other beads from a revision on. Beads that stay keep their rows.
   *
   * @param units of all beads in order; 0 for a bead without one
   */
  void write(List<Long> units, long document, long revision) throws SQLException {
    List<Placed> before =
        database.list(
            """
            SELECT rank, COALESCE(unit, 0) FROM placement
            WHERE document = ? AND taken_in IS NULL ORDER BY rank
            """,
            row -> new Placed(row.getLong(1), row.getLong(2)),
            document);
    long[] earlier = earlier(before, units);
    long[] ranks = Ranks.of(earlier);
    Set<Long> staying = new HashSet<>();
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] == earlier[i]) {
        staying.add(ranks[i]);
      }
    }
    for (Placed placed : before) {
      if (!staying.contains(placed.rank())) {
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
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] != earlier[i]) {
        database.updateSoon(
            "INSERT INTO placement (document, rank, set_in, unit) VALUES (?, ?, ?, ?)",
            document,
            ranks[i],
            revision,
            units.get(i) == 0 ? null : units.get(i));
      }
    }
  }

  /** Returns for each bead the rank that it has until now; 0 for a new one. */
  private static long[] earlier(List<Placed> before, List<Long> units) {
    long[] earlier = new long[units.size()];
    int shorter = Math.min(before.size(), earlier.length);
    int head = 0;
    while (head < shorter && before.get(head).unit() == units.get(head)) {
      earlier[head] = before.get(head).rank();
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).unit() == units.get(earlier.length - 1 - tail)) {
      earlier[earlier.length - 1 - tail] = before.get(before.size() - 1 - tail).rank();
      tail++;
    }
    Map<Long, Long> between = new HashMap<>();
    for (Placed placed : before.subList(head, before.size() - tail)) {
      between.put(placed.unit(), placed.rank());
    }
    between.remove(0L);
    for (int i = head; i < earlier.length - tail; i++) {
      earlier[i] = between.getOrDefault(units.get(i), 0L);
    }
    return earlier;
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
