package ballast.workflow.memory;

import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import ballast.memory.TeamRight;
import ballast.memory.WriteOptions;
import ballast.workflow.Notices;
import ballast.workflow.Progress;
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
      MemoryStore store, InstantSource clock, boolean dryRun, Function<MemoryCare, T> work) {
    try (Memory memory = dryRun ? tried(store) : existing(store, clock)) {
      return work.apply(memory.care());
    }
  }

  /**
   * Runs an edit of units and tells how far it is.
   *
   * @param doing what is being done, for the progress
   * @param passes how often each unit is looked at
   * @throws ballast.bitext.InputException if there is no memory, or it cannot be opened
   */
  static <T> T edit(
      EditScope scope,
      InstantSource clock,
      Notices notices,
      String doing,
      int passes,
      Function<MemoryCare, T> work) {
    try (Memory memory = scope.dryRun() ? tried(scope.memory()) : existing(scope.memory(), clock)) {
      Progress progress = Progress.ofUnits(notices, doing, memory, scope.units(), passes);
      return work.apply(memory.care(progress::one));
    }
  }

  private static Memory tried(MemoryStore store) {
    store.require(TeamRight.WRITE);
    return store.openForReading();
  }

  /** Opens an existing memory for writing; an edit never creates one. */
  static Memory existing(MemoryStore store, InstantSource clock) {
    return store.openExisting(WriteOptions.at(clock));
  }
}
