package ballast.memory;

import ballast.memory.fuzzy.BlockSink;
import ballast.memory.fuzzy.BlockSource;
import ballast.memory.fuzzy.Effort;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The blocks of the index in their table, those used last in memory too. Every block is held
 * against its check sum when it is read: SQLite does not notice a flipped bit.
 */
final class IndexBlocks {

  /** The table of live parts. */
  static final String TABLE = "fuzzy_block";

  /** The same for parts that are still being made; gone when the connection is closed. */
  static final String TEMPORARY = "temp.fuzzy_run";

  /** SQLite's failure on its way through code that knows no database. */
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
  private final long capacity;
  private final Effort effort;
  private final Map<Long, byte[]> cache = new LinkedHashMap<>(256, 0.75f, true);
  private long cached;

  /**
   * Blocks of a table.
   *
   * @param capacity how many bytes of blocks to keep in memory
   * @param effort counts what is read from the file
   */
  IndexBlocks(Database database, String table, long capacity, Effort effort) {
    this.database = database;
    this.table = table;
    this.capacity = capacity;
    this.effort = effort;
  }

  /** Reads the blocks of a part whose first one is {@code first}. */
  BlockSource from(long first) {
    return number -> read(first + number);
  }

  /** Writes the blocks of a part, the first one as {@code first}. */
  BlockSink to(long first) {
    return (number, bytes) -> {
      try {
        database.update(
            "INSERT INTO " + table + " (id, crc, bytes) VALUES (?, ?, ?)",
            first + number,
            checkSum(bytes),
            bytes);
      } catch (SQLException e) {
        throw new BlockException(e);
      }
    };
  }

  /** The number of the next block. */
  long next() throws SQLException {
    return database.number("SELECT COALESCE(max(id), 0) + 1 FROM " + table);
  }

  /** Forgets what is in memory. */
  void clear() {
    cache.clear();
    cached = 0;
  }

  private byte[] read(long id) {
    byte[] bytes = cache.get(id);
    if (bytes == null) {
      bytes = fetch(id);
      if (capacity > 0) {
        keep(id, bytes);
      }
    }
    return bytes;
  }

  private void keep(long id, byte[] bytes) {
    cache.put(id, bytes);
    cached += bytes.length;
    var oldest = cache.values().iterator();
    while (cached > capacity && oldest.hasNext()) {
      cached -= oldest.next().length;
      oldest.remove();
    }
  }

  private byte[] fetch(long id) {
    effort.block();
    byte[][] found = new byte[1][];
    try {
      database.forEachKept(
          "SELECT crc, bytes FROM " + table + " WHERE id = ?",
          row -> {
            byte[] bytes = row.getBytes(2);
            if (bytes != null && row.getLong(1) == checkSum(bytes)) {
              found[0] = bytes;
            }
          },
          id);
    } catch (SQLException e) {
      throw new BlockException(e);
    }
    if (found[0] == null) {
      throw new IllegalArgumentException("block " + id + " of the index is missing or damaged");
    }
    return found[0];
  }

  static long checkSum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
