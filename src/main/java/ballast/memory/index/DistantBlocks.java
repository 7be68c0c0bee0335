package ballast.memory.index;

import static java.util.stream.Collectors.joining;

import ballast.likeness.index.Effort;
import ballast.memory.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches blocks from an engine that is distant: all blocks that have been announced, of all parts,
 * with the first that is needed, and some more that later searches will need. The more blocks there
 * are already on this machine, the more are fetched ahead: so one search fetches little, and many
 * searches soon have everything. For one thread.
 */
final class DistantBlocks {

  /** The most blocks of one journey: some 16 MB. */
  private static final int MAX_TOGETHER = 4_096;

  /** The most blocks fetched ahead, some 4 MB; without a copy on this machine, some 1 MB. */
  private static final int MAX_AHEAD = 1_024;

  private static final int MAX_AHEAD_IN_HEAP = 256;

  /** A part whose blocks are fetched. */
  interface Part {

    /** The row of block 0. */
    long first();

    /** How many blocks there are; the highest number if it is not known. */
    int count();

    /** Whether the block is in the heap. */
    boolean has(int number);

    /** Takes a block that has been fetched. */
    void keep(int number, byte[] bytes);

    /** The copy of the part on this machine. */
    Optional<PartFile> copy();
  }

  /** A block. */
  private record Wanted(Part part, int number) {}

  private final Database database;
  private final String select;
  private final Effort effort;
  private final Map<Long, Wanted> wanted = new LinkedHashMap<>();
  private final Map<Part, Integer> holes = new HashMap<>();
  private int known;

  /**
   * @param effort counts the blocks that are fetched
   */
  DistantBlocks(Database database, String table, Effort effort) {
    this.database = database;
    this.select =
        "SELECT b.crc, b.bytes, b.id FROM %s wanted CROSS JOIN %s b WHERE b.id = wanted.value"
            .formatted(database.engine().numbers(), table);
    this.effort = effort;
  }

  /** Counts the blocks that are on this machine already. */
  void begin(Part part) {
    known += part.copy().map(PartFile::count).orElse(0);
  }

  /** Forgets everything about parts. */
  void clear() {
    wanted.clear();
    holes.clear();
    known = 0;
  }

  /** Announces that blocks from {@code from} up to {@code end} will be needed. */
  void want(Part part, int from, int end) {
    for (int number = from; number < end && wanted.size() < MAX_TOGETHER; number++) {
      if (!isHere(part, number)) {
        wanted.put(part.first() + number, new Wanted(part, number));
      }
    }
  }

  private static boolean isHere(Part part, int number) {
    return part.has(number) || part.copy().map(copy -> copy.has(number)).orElse(false);
  }

  /** A block that is not in the heap; null if it is missing or damaged. */
  byte @Nullable [] get(Part part, int number) throws SQLException {
    byte[] copied = part.copy().map(copy -> copy.read(number)).orElse(null);
    return copied != null ? copied : fetch(part, number);
  }

  private byte @Nullable [] fetch(Part part, int number) throws SQLException {
    wanted.put(part.first() + number, new Wanted(part, number));
    addAhead(part, number);
    Map<Long, Wanted> asked = Map.copyOf(wanted);
    wanted.clear();
    byte[][] found = new byte[1][];
    Map<Part, Map<Integer, byte[]>> copied = new HashMap<>();
    database.forEachKept(
        select,
        row -> {
          Wanted block = asked.get(row.getLong(3));
          byte[] bytes = sound(row);
          if (block != null && bytes != null) {
            effort.block();
            copied.computeIfAbsent(block.part(), of -> new HashMap<>()).put(block.number(), bytes);
            if (block.part() == part && block.number() == number) {
              found[0] = bytes;
            } else {
              block.part().keep(block.number(), bytes);
            }
          }
        },
        asked.keySet().stream().map(String::valueOf).collect(joining(",", "[", "]")));
    copied.forEach(
        (of, blocks) -> {
          known += blocks.size();
          of.copy().ifPresent(copy -> copy.write(blocks));
        });
    return found[0];
  }

  /** Those that a copy lacks, from its beginning on; without one those that follow. */
  private void addAhead(Part part, int number) {
    boolean hasCopy = part.copy().isPresent();
    int room = Math.min(known, hasCopy ? MAX_AHEAD : MAX_AHEAD_IN_HEAP);
    int next = hasCopy ? holes.getOrDefault(part, 0) : number + 1;
    while (room > 0 && next < part.count() && wanted.size() < MAX_TOGETHER) {
      if (!isHere(part, next)) {
        wanted.put(part.first() + next, new Wanted(part, next));
        room--;
      } else if (!hasCopy) {
        break;
      }
      next++;
    }
    if (hasCopy) {
      holes.put(part, next);
    }
  }

  /** The block of a row; null if it is damaged. */
  static byte @Nullable [] sound(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes(2);
    return bytes != null && row.getLong(1) == Checksum.of(bytes) ? bytes : null;
  }
}
