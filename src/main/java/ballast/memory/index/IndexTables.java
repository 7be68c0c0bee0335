package ballast.memory.index;

import static java.util.stream.Collectors.joining;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.index.BlockSource;
import ballast.likeness.index.IndexPart;
import ballast.memory.index.PartFile.Checksum;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Query;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The state of the index and its parts in their tables. */
public final class IndexTables {

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
   * The state and the live parts, oldest first, if the parts are those that the state was sealed
   * with, and of this program's version. Otherwise no unit is covered.
   *
   * @param uncovered upper bound of the number of units in no part; slightly too high if units have
   *     been deleted
   * @param unusable whether there are parts of another version or that differ from the seal
   * @param broken whether they differ from the seal
   */
  record Contents(
      State state, List<PartRow> parts, long uncovered, boolean unusable, boolean broken) {}

  /**
   * Version of the stored form; see {@link #version}, which also depends on the normalisation of
   * texts.
   */
  private static final int LAYOUT = 3;

  private static final String STATE =
      """
      SELECT version, generation, covered, seal, (SELECT COALESCE(max(id), 0) FROM unit),
        (SELECT count(*) FROM fuzzy_pending)
      FROM fuzzy_state
      """;

  private static final String PARTS =
      """
      SELECT id, side, measure, first_block, blocks, slots, crc FROM fuzzy_part ORDER BY id
      """;

  private static final int PART_COLUMNS = 7;

  /** Maximum number of units compared one by one; more are made into a part. */
  static final int MAX_UNCOVERED = 2_000;

  private final Database database;

  public IndexTables(Database database) {
    this.database = database;
  }

  /** Version of the parts that this program writes and reads. */
  private static long version() {
    return LAYOUT * 1000L + IndexPart.version();
  }

  /** Whether enough units are in no part to make a new one. */
  public boolean isBehind() throws SQLException {
    Contents contents = contents();
    return contents.unusable() || contents.uncovered() > MAX_UNCOVERED;
  }

  Contents contents() throws SQLException {
    return contents(List.of());
  }

  /**
   * Reads the contents in one round trip to a distant engine.
   *
   * @param more queries to send along
   */
  Contents contents(List<Query> more) throws SQLException {
    long[] state = new long[6];
    List<long[]> parts = new ArrayList<>();
    List<Query> queries = new ArrayList<>(more);
    queries.add(0, new Query(STATE, row -> numbers(row, state)));
    queries.add(1, new Query(PARTS, row -> parts.add(numbers(row, new long[PART_COLUMNS]))));
    database.forEach(queries);
    boolean isCurrent = state[0] == version();
    boolean isSound = isCurrent && state[3] == seal(new State(state[1], state[2]), parts);
    long covered = isSound ? state[2] : 0;
    return new Contents(
        new State(state[1], covered),
        isSound ? parts.stream().map(IndexTables::part).toList() : List.of(),
        Math.max(0, state[4] - covered) + state[5],
        !isSound && !parts.isEmpty(),
        isCurrent && !isSound);
  }

  private static long[] numbers(ResultSet row, long[] into) throws SQLException {
    for (int i = 0; i < into.length; i++) {
      into[i] = row.getLong(i + 1);
    }
    return into;
  }

  private static PartRow part(long[] row) {
    return new PartRow(
        row[0],
        row[1] == 0 ? Side.SOURCE : Side.TARGET,
        Measure.ofNumber((int) row[2]),
        row[3],
        (int) row[4],
        (int) row[5],
        row[6]);
  }

  /** A checksum over the state and the rows of its parts. */
  private static long seal(State state, List<long[]> parts) {
    ByteBuffer bytes = ByteBuffer.allocate((2 + PART_COLUMNS * parts.size()) * Long.BYTES);
    bytes.putLong(state.generation()).putLong(state.covered());
    parts.forEach(row -> Arrays.stream(row).forEach(bytes::putLong));
    return Checksum.of(bytes.array());
  }

  /** Says what the parts that are there now cover. */
  void setState(State state) throws SQLException {
    List<long[]> parts = database.list(PARTS, row -> numbers(row, new long[PART_COLUMNS]));
    database.update(
        "UPDATE %s SET version = ?, generation = ?, covered = ?, seal = ?"
            .formatted(written("fuzzy_state")),
        version(),
        state.generation(),
        state.covered(),
        seal(state, parts));
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
        INSERT INTO %s (side, measure, first_block, blocks, slots, crc, head)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(written("fuzzy_part")),
        side == Side.SOURCE ? 0 : 1,
        measure.number(),
        firstBlock,
        part.blocks(),
        part.slots(),
        Checksum.of(head),
        head);
  }

  void remove(PartRow part) throws SQLException {
    database.update("DELETE FROM " + written("fuzzy_part") + " WHERE id = ?", part.id());
    database.update(
        "DELETE FROM " + written("fuzzy_block") + " WHERE id >= ? AND id < ?",
        part.firstBlock(),
        part.firstBlock() + part.blocks());
  }

  /** No unit is covered any more. */
  void removeAll() throws SQLException {
    removeParts();
    removePending(Long.MAX_VALUE);
  }

  void removeParts() throws SQLException {
    database.execute("DELETE FROM " + written("fuzzy_part"));
    database.execute("DELETE FROM " + written("fuzzy_block"));
  }

  void removePending(long upTo) throws SQLException {
    database.update("DELETE FROM " + written("fuzzy_pending") + " WHERE seq <= ?", upTo);
  }

  private String written(String table) {
    return database.engine().written(table);
  }
}
