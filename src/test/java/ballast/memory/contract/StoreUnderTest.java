package ballast.memory.contract;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import java.nio.file.Path;

/** A way to keep memories, which must keep the contract. */
interface StoreUnderTest {

  /** The memory that a path stands for: another one for each path. */
  MemoryStore at(Path path);

  /** The same as a user of this name has it, one who may do everything or is called so. */
  default MemoryStore at(Path path, String user) {
    return at(path);
  }

  /** Who the store says has made a change that an author of this name has made. */
  default String author(String author) {
    return author;
  }

  /** Indexes what the store would leave until there is more of it. */
  default void index(Memory memory) {}

  /**
   * Removes some units for good, the last that came and some retired ones among them, as no command
   * does today; the index learns nothing of it.
   */
  default void removeSome(Memory memory) {}
}
