package ballast.app;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Whether nothing has been added to a memory. A failed import must not leave one behind. */
  public static boolean isEmpty(Memory memory) {
    Statistics statistics = memory.statistics();
    return statistics.units().total() == 0
        && statistics.hidden().retired() == 0
        && statistics.documents() == 0;
  }

  /**
   * Removes the file of an empty memory, if it exists.
   *
   * @throws InputException if it cannot be removed
   */
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new InputException("cannot remove the empty memory \"" + file + "\"", "", e);
    }
  }
}
