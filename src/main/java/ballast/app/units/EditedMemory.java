package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamRight;
import ballast.memory.UnitFilter;
import java.time.InstantSource;
import java.util.function.Function;

/** Opens a memory for an edit, a review or an undo and closes it afterwards. */
public final class EditedMemory {

  private EditedMemory() {}

  /**
   * Runs an action on an existing memory.
   *
   * @param dryRun whether to open the memory for reading only
   * @throws ballast.bitext.InputException if there is none, or it cannot be opened
   */
  public static <T> T with(
      MemoryStore store, InstantSource clock, boolean dryRun, Function<MemoryCare, T> work) {
    try (Memory memory = dryRun ? tried(store) : existing(store, clock)) {
      return work.apply(memory.care());
    }
  }

  /**
   * Edits units and reports the progress.
   *
   * @param doing the action in words, for the progress
   * @param passes number of times each unit is visited
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

  /** Opens an existing memory for writing. An edit never creates one. */
  static Memory existing(MemoryStore store, InstantSource clock) {
    return store.openExisting(WriteOptions.at(clock));
  }

  /**
   * The units to edit and the author of the edit.
   *
   * @param memory must exist
   * @param dryRun whether to write nothing
   */
  public record EditScope(MemoryStore memory, UnitFilter units, Origin origin, boolean dryRun) {

    /** Selects all units that are neither retired nor deleted, without an author. */
    public static EditScope of(MemoryStore memory) {
      return new EditScope(memory, UnitFilter.CURRENT, new Origin("", ""), /* dryRun= */ false);
    }

    public EditScope of(UnitFilter newUnits) {
      return new EditScope(memory, newUnits, origin, dryRun);
    }

    public EditScope by(Origin newOrigin) {
      return new EditScope(memory, units, newOrigin, dryRun);
    }

    /** Returns the same scope as a dry run. */
    public EditScope tried() {
      return new EditScope(memory, units, origin, /* dryRun= */ true);
    }
  }
}
