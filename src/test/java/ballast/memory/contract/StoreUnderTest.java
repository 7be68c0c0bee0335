package ballast.memory.contract;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A way to keep memories, which must keep the contract. */
interface StoreUnderTest {

  /** The memory that a path stands for: another one for each path. */
  MemoryStore at(Path path);

  /** Opens a memory for writing, made if there is none. */
  default Memory open(Path path, WriteOptions options) {
    return at(path).openForWriting(options);
  }

  /** A memory as a user of this name has it, one who may do everything or is called so. */
  default MemoryStore at(Path path, String user) {
    return at(path);
  }

  /** Who the store says has made a change that an author of this name has made. */
  default String author(String author) {
    return author;
  }

  /** Tells a store with a clock of its own what time it is. */
  default void setClock(Instant now) {}

  /** Indexes what the store would leave until there is more of it. */
  default void index(Memory memory) {
    SqlMemory written = (SqlMemory) memory;
    try {
      new IndexKeeper(written.database()).extend();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    written.index().written();
  }

  /**
   * Removes some units for good, the last that came and some retired ones among them, as no command
   * does today; the index learns nothing of it.
   */
  default void removeSome(Memory memory) {
    Database database = ((SqlMemory) memory).database();
    try {
      database.write(
          () -> {
            for (String condition :
                List.of(
                    "id = (SELECT max(id) FROM unit)", "id % 7 = 3 AND retired_in IS NOT NULL")) {
              String ids = "(SELECT id FROM unit WHERE " + condition + ")";
              database.update("DELETE FROM placement WHERE unit IN " + ids);
              database.update("DELETE FROM unit_history WHERE unit IN " + ids);
              database.update("DELETE FROM unit WHERE " + condition);
            }
            return memory;
          });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    ((SqlMemory) memory).index().written();
  }
}
