package ballast.workflow.memory;

import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.WriteOptions;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/** Opens a memory for an edit, a review or an undo and closes it afterwards. */
public final class EditedMemory {

  private EditedMemory() {}

  /**
   * Runs an action on an existing memory.
   *
   * @param dryRun whether nothing is written: the memory is opened for reading
   * @throws ballast.bitext.InputException if there is none, or it cannot be opened
   */
  public static <T> T with(
      Path file, InstantSource clock, boolean dryRun, Function<MemoryCare, T> work) {
    try (Memory memory = dryRun ? Memories.at(file).openForReading() : existing(file, clock)) {
      return work.apply(memory.care());
    }
  }

  /** Opens an existing memory for writing; an edit never creates one. */
  static Memory existing(Path file, InstantSource clock) {
    return Memories.at(file).openExisting(WriteOptions.at(clock));
  }
}
