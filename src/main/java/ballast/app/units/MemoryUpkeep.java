package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitSink;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamRight;
import ballast.memory.TeamStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Verifies, repairs, compacts and copies whole memories.
 *
 * <pre>{@code
 * MemoryUpkeep upkeep = new MemoryUpkeep(Workplace.in(folder), Notices.NONE);
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * if (upkeep.verify(memory, true, false).isSound()) {
 *   upkeep.copy(memory, Memories.at(folder.resolve("copy.db")));
 *   upkeep.compact(memory, new CommandInfo.Origin("", ""), false, plan -> {});
 * } else {
 *   try (var out = Files.newOutputStream(folder.resolve("saved.tmx"))) {
 *     upkeep.salvage(memory, UnitForm.ofName("saved.tmx"), out);
 *   }
 * }
 * }</pre>
 */
public record MemoryUpkeep(Workplace workplace, Notices notices) {

  private static final int INDEX_SEARCHES = 200;
  private static final TeamStore.Setup NO_SETUP = new TeamStore.Setup(true, List.of(), List.of());

  /** The problems of a memory's file and of its index, in words. */
  public record Verification(List<String> file, List<String> index) {

    public Verification {
      file = List.copyOf(file);
      index = List.copyOf(index);
    }

    public boolean isSound() {
      return file.isEmpty() && index.isEmpty();
    }
  }

  /**
   * Checks whether a memory is sound. Damage is reported, not thrown.
   *
   * @param index whether to check the index too, by comparing its search results with those of a
   *     scan
   * @param rebuild whether to rebuild the index first
   * @throws InputException if the file does not exist
   */
  public Verification verify(MemoryStore store, boolean index, boolean rebuild) {
    String name = workplace.shown(store);
    if (rebuild) {
      store.require(TeamRight.REBUILD_INDEX);
      notices.step("rebuilding the index of " + name);
      try (Memory memory = store.openForWriting(WriteOptions.at(workplace.clock()))) {
        memory.rebuildIndex();
      }
    }
    List<String> problems = store.verify(Progress.ofReading(notices, "verifying " + name));
    if (!index || !problems.isEmpty()) {
      return new Verification(problems, List.of());
    }
    String doing = "verifying the index of " + name;
    try (Memory memory = store.openForReading()) {
      return new Verification(
          problems, memory.verifyIndex(INDEX_SEARCHES, Progress.ofReading(notices, doing)));
    }
  }

  /**
   * Writes the readable units of a damaged memory to a file, from which a new memory can be filled.
   * The history is lost.
   *
   * @param store must exist; only read
   * @param out stays open
   * @throws InputException if nothing can be read
   */
  public Salvage salvage(MemoryStore store, UnitForm form, OutputStream out) throws IOException {
    UnitSink sink = form.begin(out, null, Lang.ZH_CN, Lang.EN_US);
    try {
      Salvage salvage =
          store.salvage(unit -> write(unit, sink), Progress.ofReading(notices, "saving the units"));
      sink.finish();
      return salvage;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Unit unit, UnitSink sink) {
    try {
      sink.write(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Permanently removes everything that a memory keeps only for its history, and shrinks the file.
   * This cannot be undone.
   *
   * @param store must exist
   * @param dryRun whether to list the contents without removing them
   * @param planListener receives the plan before anything is removed; if it throws, nothing is
   *     removed
   */
  public Compaction compact(
      MemoryStore store, Origin origin, boolean dryRun, Consumer<Compaction> planListener) {
    store.require(TeamRight.COMPACT);
    if (!dryRun) {
      store.openExisting(WriteOptions.at(workplace.clock())).close(); // fails early
    }
    notices.step("looking at " + workplace.shown(store));
    Compaction plan =
        MemoryEdits.with(
            store, workplace.clock(), /* dryRun= */ true, memory -> memory.care().compact(origin));
    planListener.accept(plan);
    notices.step("compacting " + workplace.shown(store));
    return dryRun
        ? plan
        : MemoryEdits.with(
            store, workplace.clock(), /* dryRun= */ false, memory -> memory.care().compact(origin));
  }

  /**
   * The result of a copy.
   *
   * @param setup what was created on the server and what an administrator still has to run; empty
   *     for a file. If the memory does not exist yet, nothing was copied
   * @param units number of units in the copy, including deleted ones and those in no latest
   *     revision
   */
  public record Copy(TeamStore.Setup setup, long units) {}

  /**
   * Copies all of a memory or nothing, with unit ids, revisions, history and undo information.
   *
   * @param from must exist; only read
   * @param to must not exist or be empty; a file or a server
   * @throws InputException if the source cannot be read, or the copy cannot be written or is not
   *     empty
   */
  public Copy copy(MemoryStore from, MemoryStore to) {
    boolean existed = to.exists();
    try (Memory source = from.openForReading()) {
      notices.step("copying " + workplace.shown(from) + " to " + workplace.shown(to));
      TeamStore.Setup setup = to instanceof TeamStore team ? made(team, source) : NO_SETUP;
      if (!setup.exists()) {
        return new Copy(setup, 0);
      }
      try (Memory copy = to.openForWriting(WriteOptions.at(workplace.clock()))) {
        return new Copy(setup, copy.copyFrom(source));
      } catch (InputException e) {
        if (!existed) {
          to.localFile().ifPresent(MemoryUpkeep::remove);
        }
        throw e;
      }
    }
  }

  /** Creates the memory; otherwise only {@code tm init} does. */
  private static TeamStore.Setup made(TeamStore team, Memory source) {
    team.requireTakes(source);
    return team.make();
  }

  /** A failed copy must not leave a new memory behind. */
  private static void remove(Path blank) {
    try {
      Files.deleteIfExists(blank);
    } catch (IOException e) {
      // The empty file remains; the failure of the copy is the one to report.
    }
  }
}
