package ballast.app;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;

/** Distinguishes a new memory, which is announced, from one already in use. */
public final class NewMemory {

  private NewMemory() {}

  /**
   * Whether a memory is new: it did not exist, or the command that created it was interrupted and
   * nothing has been written since.
   *
   * @param existed whether it existed before it was opened
   * @param opened not yet written to
   */
  public static boolean is(MemoryStore store, boolean existed, Memory opened) {
    return !existed || (store.localFile().isPresent() && opened.isBlank());
  }
}
