package ballast.memory.index;

import static java.util.stream.Collectors.joining;

import ballast.likeness.index.BlockSource;
import ballast.likeness.index.Effort;
import ballast.likeness.index.PartWriter.BlockSink;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.index.PartFile.Checksum;
import ballast.memory.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
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

  /** Minimum cache size in bytes if many blocks are fetched at a time. */
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

  private final Database database;
  private final String table;
  private final String insert;
  private final String one;
  private final String several;
  private final long capacity;
  // Null if the engine is not distant.
  private final @Nullable DistantBlocks distant;
  private final Effort effort;
  private final Deque<CachedBlock> cachedBlocks = new ArrayDeque<>();
  private long cachedBytes;

  private record CachedBlock(PartBlocks part, int number) {}

  /**
   * The blocks of one part, in an array because a search reads thousands of them. The clock
   * algorithm selects blocks to drop from a full cache: it spares a block used since the last
   * round.
   */
  final class PartBlocks implements BlockSource, DistantBlocks.Part {

    private final long first;
    private final int count;
    private final Optional<PartFile> copy;
    private byte[][] blocks = {};
    private boolean[] used = {};

    PartBlocks(long first, int count, Optional<PartFile> copy) {
      this.first = first;
      this.count = count;
      this.copy = copy;
    }

    @Override
    public long first() {
      return first;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public Optional<PartFile> copy() {
      return copy;
    }

    /** Returns the head from the copy on this machine, or null. */
    byte @Nullable [] copiedHead() {
      return copy.map(file -> file.read(count)).orElse(null);
    }

    void copyHead(byte[] head) {
      copy.ifPresent(file -> file.write(Map.of(count, head)));
    }

    @Override
    public void want(int from, int end) {
      if (distant != null) {
        distant.want(this, from, end);
      }
    }

    @Override
    public byte[] block(int number) {
      if (number < blocks.length) {
        byte[] bytes = blocks[number];
        if (bytes != null) {
          used[number] = true;
          return bytes;
        }
      }
      byte[] bytes = distant == null ? fetch(first + number) : fetchFar(distant, number);
      if (capacity > 0) {
        keep(number, bytes);
      }
      return bytes;
    }

    private byte[] fetchFar(DistantBlocks blocks, int number) {
      try {
        byte[] bytes = blocks.get(this, number);
        if (bytes == null) {
          throw missing(first + number);
        }
        return bytes;
      } catch (SQLException e) {
        throw new BlockException(e);
      }
    }

    /** Reads the blocks that are not cached, each contiguous run with one statement. */
    @Override
    public void prepare(int from, int end) {
      if (distant != null) {
        distant.want(this, from, end);
        return;
      }
      int number = from;
      while (capacity > 0 && number < end) {
        int missing = number;
        while (missing < end && has(missing)) {
          missing++;
        }
        number = missing;
        while (number < end && !has(number)) {
          number++;
        }
        if (number - missing > 1) {
          fetch(first + missing, first + number, (bytes, id) -> keep((int) (id - first), bytes));
        }
      }
    }

    @Override
    public boolean has(int number) {
      return number < blocks.length && blocks[number] != null;
    }

    @Override
    public void keep(int number, byte[] bytes) {
      if (number >= blocks.length) {
        int room = Math.max(number + 1, blocks.length * 2);
        blocks = Arrays.copyOf(blocks, room);
        used = Arrays.copyOf(used, room);
      }
      blocks[number] = bytes;
      cachedBlocks.add(new CachedBlock(this, number));
      cachedBytes += bytes.length;
      makeRoom();
    }

    /** Drops a cached block unless it has been used; returns the number of bytes freed. */
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
   * @param effort counts the reads from the file
   */
  IndexBlocks(Database database, String table, long capacity, Effort effort) {
    this.database = database;
    this.table = table;
    this.insert = "INSERT INTO " + table + " (id, crc, bytes) VALUES (?, ?, ?)";
    this.one = "SELECT crc, bytes FROM " + table + " WHERE id = ?";
    this.several = "SELECT crc, bytes, id FROM " + table + " WHERE id >= ? AND id < ?";
    boolean isDistant = database.engine().isDistant();
    this.distant = isDistant ? new DistantBlocks(database, table, effort) : null;
    this.capacity = isDistant ? Math.max(capacity, MIN_DISTANT) : capacity;
    this.effort = effort;
  }

  /** Reads the blocks of a part, starting with block {@code first}. */
  BlockSource from(long first) {
    return new PartBlocks(first, Integer.MAX_VALUE, Optional.empty());
  }

  /** Reads the blocks of a part that may have a copy on this machine. */
  PartBlocks of(PartRow row, Optional<PartFile> copy) {
    PartBlocks part = new PartBlocks(row.firstBlock(), row.blocks(), copy);
    if (distant != null) {
      distant.begin(part);
    }
    return part;
  }

  /** Writes the blocks of a part, starting with block {@code first}. */
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

  /** Clears the cache; existing sources no longer cache anything. */
  void clear() {
    for (CachedBlock block : cachedBlocks) {
      block.part().blocks = new byte[0][];
      block.part().used = new boolean[0];
    }
    cachedBlocks.clear();
    cachedBytes = 0;
    if (distant != null) {
      distant.clear();
    }
  }

  private void makeRoom() {
    while (cachedBytes > capacity) {
      CachedBlock oldest = cachedBlocks.remove();
      int freed = oldest.part().drop(oldest.number());
      cachedBytes -= freed;
      if (freed == 0) {
        cachedBlocks.add(oldest);
      }
    }
  }

  private byte[] fetch(long id) {
    effort.block();
    byte[][] found = new byte[1][];
    try {
      database.forEachKept(one, row -> found[0] = DistantBlocks.sound(row), id);
    } catch (SQLException e) {
      throw new BlockException(e);
    }
    if (found[0] == null) {
      throw missing(id);
    }
    return found[0];
  }

  private static IllegalArgumentException missing(long id) {
    return new IllegalArgumentException("block " + id + " of the index is missing or damaged");
  }

  /** Passes on only undamaged blocks; to the reader a damaged one is missing. */
  private void fetch(long from, long end, ObjLongConsumer<byte[]> action) {
    try {
      database.forEachKept(
          several,
          row -> {
            byte[] bytes = DistantBlocks.sound(row);
            if (bytes != null) {
              effort.block();
              action.accept(bytes, row.getLong(3));
            }
          },
          from,
          end);
    } catch (SQLException e) {
      throw new BlockException(e);
    }
  }

  /**
   * Fetches blocks from a distant engine. The first block needed is fetched together with all
   * blocks announced for any part, and with some more for later searches. The number fetched ahead
   * grows with the number of blocks already on this machine: one search fetches little, and many
   * searches soon have everything. Not thread-safe.
   */
  private static final class DistantBlocks {

    /** Maximum blocks in one round trip, about 16 MB. */
    private static final int MAX_TOGETHER = 4_096;

    /** Maximum blocks fetched ahead, about 4 MB; without a copy on this machine, about 1 MB. */
    private static final int MAX_AHEAD = 1_024;

    private static final int MAX_AHEAD_IN_HEAP = 256;

    interface Part {

      /** Row of block 0. */
      long first();

      /** Number of blocks; {@code Integer.MAX_VALUE} if unknown. */
      int count();

      boolean has(int number);

      void keep(int number, byte[] bytes);

      Optional<PartFile> copy();
    }

    private record Wanted(Part part, int number) {}

    private final Database database;
    private final String select;
    private final Effort effort;
    private final Map<Long, Wanted> wanted = new LinkedHashMap<>();
    private final Map<Part, Integer> holes = new HashMap<>();
    private int known;

    DistantBlocks(Database database, String table, Effort effort) {
      this.database = database;
      this.select =
          "SELECT b.crc, b.bytes, b.id FROM %s wanted CROSS JOIN %s b WHERE b.id = wanted.value"
              .formatted(database.engine().numbers(), table);
      this.effort = effort;
    }

    /** Counts the blocks that are already on this machine. */
    void begin(Part part) {
      known += part.copy().map(PartFile::count).orElse(0);
    }

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

    /** Returns a block that is not in the heap; null if it is missing or damaged. */
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
              copied
                  .computeIfAbsent(block.part(), of -> new HashMap<>())
                  .put(block.number(), bytes);
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

    /**
     * Adds the first blocks missing from the copy, or the blocks that follow if there is no copy.
     */
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

    /** Returns the block of a row; null if it is damaged. */
    static byte @Nullable [] sound(ResultSet row) throws SQLException {
      byte[] bytes = row.getBytes(2);
      return bytes != null && row.getLong(1) == Checksum.of(bytes) ? bytes : null;
    }
  }
}
