package ballast.memory.index;

import static java.util.stream.Collectors.joining;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.index.BlockSource;
import ballast.likeness.index.IndexPart;
import ballast.memory.index.PartFile.Checksum;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class IndexTables {

  /**
   * The state of the index.
   *
   * @param generation grows whenever parts are added or removed
   * @param covered the parts contain all units up to this id except pending ones
   */
  record State(long generation, long covered) {}

  /**
   * A live part.
   *
   * @param firstBlock row of its first block; the others follow
   * @param crc checksum of its head
   */
  record PartRow(
      long id, Side side, Measure measure, long firstBlock, int blocks, int slots, long crc) {}

  /**
   * @param uncovered see {@link #uncovered}
   */
  record Contents(State state, List<PartRow> parts, long uncovered) {}

  /**
   * Version of the stored form; see {@link #version}, which also depends on the normalisation of
   * texts.
   */
  private static final int LAYOUT = 2;

  private static final String STATE = "SELECT version, generation, covered FROM fuzzy_state";

  private static final String PARTS =
      """
      SELECT id, side, measure, first_block, blocks, slots, crc
      FROM fuzzy_part
      WHERE (SELECT version FROM fuzzy_state) = ?
      ORDER BY id
      """;

  private static final String LAST =
      "SELECT (SELECT COALESCE(max(id), 0) FROM unit), (SELECT count(*) FROM fuzzy_pending)";

  private static final String UPKEEP =
      """
      SELECT version, generation, covered, (SELECT COALESCE(max(id), 0) FROM unit),
        (SELECT count(*) FROM fuzzy_pending), (SELECT count(*) FROM fuzzy_part)
      FROM fuzzy_state
      """;

  private final Database database;

  IndexTables(Database database) {
    this.database = database;
  }

  /** Version of the parts that this program writes and reads. */
  private static long version() {
    return LAYOUT * 1000L + IndexPart.version();
  }

  /** That of an empty index if the parts have another version. */
  State state() throws SQLException {
    return database.first(STATE, IndexTables::state).orElse(new State(0, 0));
  }

  private static State state(ResultSet row) throws SQLException {
    return new State(row.getLong(2), row.getLong(1) == version() ? row.getLong(3) : 0);
  }

  void setState(State state) throws SQLException {
    database.update(
        "UPDATE fuzzy_state SET version = ?, generation = ?, covered = ?",
        version(),
        state.generation(),
        state.covered());
  }

  /** Oldest first; none if they have another version. */
  List<PartRow> parts() throws SQLException {
    return database.list(PARTS, IndexTables::part, version());
  }

  private static PartRow part(ResultSet row) throws SQLException {
    return new PartRow(
        row.getLong(1),
        row.getInt(2) == 0 ? Side.SOURCE : Side.TARGET,
        Measure.ofNumber(row.getInt(3)),
        row.getLong(4),
        row.getInt(5),
        row.getInt(6),
        row.getLong(7));
  }

  /**
   * Reads the {@link Contents} in one round trip to a distant engine.
   *
   * @param more a query to send along
   */
  Contents contents(Query more) throws SQLException {
    State[] state = {new State(0, 0)};
    long[] numbers = new long[2];
    List<PartRow> parts = new ArrayList<>();
    database.forEach(
        List.of(
            new Query(STATE, row -> state[0] = state(row)),
            new Query(PARTS, row -> parts.add(part(row)), List.of(version())),
            new Query(
                LAST,
                row -> {
                  numbers[0] = row.getLong(1);
                  numbers[1] = row.getLong(2);
                }),
            more));
    return new Contents(state[0], parts, uncovered(state[0], numbers[0], numbers[1]));
  }

  /**
   * @throws IllegalArgumentException if one is missing or damaged
   */
  Map<Long, byte[]> heads(List<PartRow> rows) throws SQLException {
    Map<Long, byte[]> heads = new HashMap<>();
    database.forEach(
        "SELECT p.id, p.crc, p.head FROM %s wanted CROSS JOIN fuzzy_part p WHERE p.id = wanted.value"
            .formatted(database.engine().numbers()),
        found -> {
          byte[] head = found.getBytes(3);
          if (found.getLong(2) == Checksum.of(head)) {
            heads.put(found.getLong(1), head);
          }
        },
        rows.stream().map(row -> String.valueOf(row.id())).collect(joining(",", "[", "]")));
    for (PartRow row : rows) {
      if (!heads.containsKey(row.id())) {
        throw new IllegalArgumentException("the head of index part " + row.id() + " is damaged");
      }
    }
    return heads;
  }

  IndexPart open(PartRow row, BlockSource blocks) throws SQLException {
    return new IndexPart(Objects.requireNonNull(heads(List.of(row)).get(row.id())), blocks);
  }

  void add(Side side, Measure measure, long firstBlock, byte[] head) throws SQLException {
    IndexPart part = new IndexPart(head, number -> new byte[0]);
    database.update(
        """
        INSERT INTO fuzzy_part (side, measure, first_block, blocks, slots, crc, head)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        side == Side.SOURCE ? 0 : 1,
        measure.number(),
        firstBlock,
        part.blocks(),
        part.slots(),
        Checksum.of(head),
        head);
  }

  void remove(PartRow part) throws SQLException {
    database.update("DELETE FROM fuzzy_part WHERE id = ?", part.id());
    database.update(
        "DELETE FROM fuzzy_block WHERE id >= ? AND id < ?",
        part.firstBlock(),
        part.firstBlock() + part.blocks());
  }

  /** No unit is covered any more. */
  void removeAll() throws SQLException {
    database.execute("DELETE FROM fuzzy_part");
    database.execute("DELETE FROM fuzzy_block");
    database.execute("DELETE FROM fuzzy_pending");
  }

  boolean isOutdated() throws SQLException {
    return parts().isEmpty() && database.number("SELECT count(*) FROM fuzzy_part") > 0;
  }

  /**
   * Returns whether more units than this are in no part, or there are parts that this program
   * cannot use. Deleted units may count.
   */
  boolean isBehind(int uncovered) throws SQLException {
    return database
        .first(
            UPKEEP,
            row -> {
              boolean isOutdated = row.getLong(1) != version() && row.getLong(6) > 0;
              return isOutdated
                  || uncovered(state(row), row.getLong(4), row.getLong(5)) > uncovered;
            })
        .orElse(false);
  }

  /**
   * Upper bound of the number of units in no part; slightly too high if units have been deleted.
   */
  private static long uncovered(State state, long lastUnit, long pending) {
    return Math.max(0, lastUnit - state.covered()) + pending;
  }
}
