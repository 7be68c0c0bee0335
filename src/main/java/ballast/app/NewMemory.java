package ballast.app;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;

/** Tells a new memory, which is announced, from one that has been worked with. */
public final class NewMemory {

  private NewMemory() {}

  /**
   * Whether a memory is new: there was none, or the command that made it was interrupted, and none
   * has written to it since.
   *
   * @param existed whether there was one before it was opened
   * @param opened not yet written to
   */
  public static boolean is(MemoryStore store, boolean existed, Memory opened) {
    return !existed || (store.localFile().isPresent() && opened.isBlank());
  }
}
