package ballast.memory.index;

import static java.util.stream.Collectors.joining;

import ballast.likeness.index.BlockSource;
import ballast.likeness.index.Effort;
import ballast.likeness.index.PartWriter.BlockSink;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.index.PartFile.Checksum;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of the index in their table, with a cache of recent ones. The checksum of every block
 * read is verified, because SQLite does not notice a flipped bit.
 */
final class IndexBlocks {

  /** Table of live parts. */
  static final String TABLE = "fuzzy_block";

  /** Table of parts being built; it disappears when the connection is closed. */
  static final String TEMPORARY = "fuzzy_run";

  /** Minimum cache size in bytes if many blocks are fetched together. */
  private static final long MIN_DISTANT = 16 << 20;

  /** Carries an SQLite error through code that does not know databases. */
  static final class BlockException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException failure;

    BlockException(SQLException failure) {
      super(failure);
      this.failure = failure;
    }

    SQLException sqlException() {
      return failure;
    }
  }

  /** Maximum blocks of one statement, about 16 MB. */
  private static final int MAX_TOGETHER = 4_096;

  /** Maximum blocks fetched ahead, about 4 MB; without a copy on this machine, about 1 MB. */
  private static final int MAX_AHEAD = 1_024;

  private static final int MAX_AHEAD_IN_HEAP = 256;

  private final Database database;
  private final boolean isDistant;
  private final String table;
  private final String insert;
  private final String select;
  private final long capacity;
  private final Effort effort;
  private final Deque<Block> cachedBlocks = new ArrayDeque<>();
  private long cachedBytes;

  /** Announced blocks by row; the next one needed is fetched together with them. */
  private final Map<Long, Block> wanted = new LinkedHashMap<>();

  /** The first block of a part that its copy may lack. */
  private final Map<PartBlocks, Integer> holes = new HashMap<>();

  /** Blocks of a distant engine that are already on this machine. */
  private int known;

  private record Block(PartBlocks part, int number) {}

  /**
   * The blocks of one part, in an array because a search reads thousands of them. The clock
   * algorithm selects blocks to drop from a full cache: it spares a block used since the last
   * round.
   */
  final class PartBlocks implements BlockSource {

    private final long first;
    private final int count;
    private final Optional<PartFile> copy;
    private byte[][] blocks = {};
    private boolean[] used = {};

    /**
     * @param first row of block 0
     * @param count {@code Integer.MAX_VALUE} if unknown
     */
    PartBlocks(long first, int count, Optional<PartFile> copy) {
      this.first = first;
      this.count = count;
      this.copy = copy;
    }

    byte @Nullable [] copiedHead() {
      return copy.map(file -> file.read(count)).orElse(null);
    }

    void copyHead(byte[] head) {
      copy.ifPresent(file -> file.write(Map.of(count, head)));
    }

    @Override
    public void want(int from, int end) {
      if (isDistant) {
        announce(from, end);
      }
    }

    @Override
    public void prepare(int from, int end) {
      if (capacity > 0) {
        announce(from, end);
        if (!isDistant && wanted.size() > 1) {
          fetch();
        }
      }
    }

    private void announce(int from, int end) {
      for (int number = from; number < end && wanted.size() < MAX_TOGETHER; number++) {
        if (!isHere(number)) {
          wanted.put(first + number, new Block(this, number));
        }
      }
    }

    @Override
    public byte[] block(int number) {
      if (isCached(number)) {
        used[number] = true;
        return blocks[number];
      }
      byte[] bytes = copy.map(file -> file.read(number)).orElse(null);
      if (bytes == null) {
        wanted.put(first + number, new Block(this, number));
        if (isDistant) {
          announceAhead(number);
        }
        bytes = fetch().get(first + number);
      } else {
        keep(number, bytes);
      }
      if (bytes == null) {
        throw new IllegalArgumentException(
            "block " + (first + number) + " of the index is missing or damaged");
      }
      return bytes;
    }

    /**
     * Announces the first blocks missing from the copy, or the blocks that follow if there is no
     * copy. Their number grows with the number of blocks already on this machine: one search
     * fetches little, and many searches soon have everything.
     */
    private void announceAhead(int number) {
      boolean hasCopy = copy.isPresent();
      int room = Math.min(known, hasCopy ? MAX_AHEAD : MAX_AHEAD_IN_HEAP);
      int next = hasCopy ? holes.getOrDefault(this, 0) : number + 1;
      while (room > 0 && next < count && wanted.size() < MAX_TOGETHER) {
        if (!isHere(next)) {
          wanted.put(first + next, new Block(this, next));
          room--;
        } else if (!hasCopy) {
          break;
        }
        next++;
      }
      if (hasCopy) {
        holes.put(this, next);
      }
    }

    private boolean isHere(int number) {
      return isCached(number) || copy.map(file -> file.has(number)).orElse(false);
    }

    private boolean isCached(int number) {
      return number < blocks.length && blocks[number] != null;
    }

    private void keep(int number, byte[] bytes) {
      if (capacity == 0) {
        return;
      }
      if (number >= blocks.length) {
        int room = Math.max(number + 1, blocks.length * 2);
        blocks = Arrays.copyOf(blocks, room);
        used = Arrays.copyOf(used, room);
      }
      blocks[number] = bytes;
      cachedBlocks.add(new Block(this, number));
      cachedBytes += bytes.length;
      makeRoom();
    }

    private int drop(int number) {
      if (used[number]) {
        used[number] = false;
        return 0;
      }
      int freed = blocks[number].length;
      blocks[number] = null;
      return freed;
    }
  }

  /**
   * @param capacity size of the cache in bytes
   */
  IndexBlocks(Database database, String table, long capacity, Effort effort) {
    this.database = database;
    this.isDistant = database.engine().isDistant();
    this.table = table;
    String written = table.equals(TABLE) ? database.engine().written(table) : table;
    this.insert = "INSERT INTO " + written + " (id, crc, bytes) VALUES (?, ?, ?)";
    this.select =
        "SELECT b.crc, b.bytes, b.id FROM %s wanted CROSS JOIN %s b WHERE b.id = wanted.value"
            .formatted(database.engine().numbers(), table);
    this.capacity = isDistant ? Math.max(capacity, MIN_DISTANT) : capacity;
    this.effort = effort;
  }

  BlockSource from(long first) {
    return new PartBlocks(first, Integer.MAX_VALUE, Optional.empty());
  }

  PartBlocks of(PartRow row, Optional<PartFile> copy) {
    known += copy.map(PartFile::count).orElse(0);
    return new PartBlocks(row.firstBlock(), row.blocks(), copy);
  }

  BlockSink to(long first) {
    return (number, bytes) -> {
      try {
        database.updateSoon(insert, first + number, Checksum.of(bytes), bytes);
      } catch (SQLException e) {
        throw new BlockException(e);
      }
    };
  }

  long next() throws SQLException {
    return database.number("SELECT COALESCE(max(id), 0) + 1 FROM " + table);
  }

  /** Existing sources no longer cache anything. */
  void clear() {
    for (Block block : cachedBlocks) {
      block.part().blocks = new byte[0][];
      block.part().used = new boolean[0];
    }
    cachedBlocks.clear();
    cachedBytes = 0;
    wanted.clear();
    holes.clear();
    known = 0;
  }

  private void makeRoom() {
    while (cachedBytes > capacity) {
      Block oldest = cachedBlocks.remove();
      int freed = oldest.part().drop(oldest.number());
      cachedBytes -= freed;
      if (freed == 0) {
        cachedBlocks.add(oldest);
      }
    }
  }

  /** Fetches all announced blocks with one statement; returns them by row, without damaged ones. */
  private Map<Long, byte[]> fetch() {
    Map<Long, Block> asked = Map.copyOf(wanted);
    wanted.clear();
    Map<Long, byte[]> found = new HashMap<>();
    try {
      database.forEach(
          select,
          row -> {
            byte[] bytes = row.getBytes(2);
            if (bytes != null && row.getLong(1) == Checksum.of(bytes)) {
              effort.block();
              found.put(row.getLong(3), bytes);
            }
          },
          asked.keySet().stream().map(String::valueOf).collect(joining(",", "[", "]")));
    } catch (SQLException e) {
      throw new BlockException(e);
    }
    Map<PartBlocks, Map<Integer, byte[]>> toCopy = new HashMap<>();
    found.forEach(
        (id, bytes) -> {
          Block block = Objects.requireNonNull(asked.get(id));
          block.part().keep(block.number(), bytes);
          if (block.part().copy.isPresent()) {
            toCopy
                .computeIfAbsent(block.part(), part -> new HashMap<>())
                .put(block.number(), bytes);
          }
        });
    known += isDistant ? found.size() : 0;
    toCopy.forEach((part, blocks) -> part.copy.ifPresent(file -> file.write(blocks)));
    return found;
  }
}
