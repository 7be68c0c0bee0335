package ballast.app.units;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A memory to which nothing has been added. A failed import must not leave one behind. */
public final class BlankMemory {

  private BlankMemory() {}

  static boolean is(Memory memory) {
    Statistics statistics = memory.statistics();
    return statistics.units().total() == 0
        && statistics.hidden().retired() == 0
        && statistics.documents() == 0;
  }

  /**
   * Removes the memory's file, if it exists.
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
