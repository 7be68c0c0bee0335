package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryStore;
import ballast.memory.TeamRight;
import java.util.function.Consumer;

/**
 * Permanently removes everything that a memory keeps only for its history, and shrinks the file.
 * This cannot be undone.
 *
 * <pre>{@code
 * MemoryCompaction compaction = new MemoryCompaction(Workplace.in(folder));
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryCare.Compaction done =
 *     compaction.run(MemoryCompaction.Request.of(memory), plan -> {});
 * System.out.println(done.bytesBefore() + " bytes before, " + done.bytesAfter() + " now");
 * }</pre>
 */
public final class MemoryCompaction {

  /**
   * A request for a compaction.
   *
   * @param memory must exist
   * @param dryRun whether to list the contents without removing them
   */
  public record Request(MemoryStore memory, Origin origin, boolean dryRun) {

    /** Compacts without an author. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, new Origin("", ""), /* dryRun= */ false);
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  public MemoryCompaction(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  public MemoryCompaction(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Compacts the memory.
   *
   * @param planListener receives the plan before anything is removed; if it throws, nothing is
   *     removed
   */
  public Compaction run(Request request, Consumer<Compaction> planListener) {
    request.memory().require(TeamRight.COMPACT);
    if (!request.dryRun()) {
      EditedMemory.existing(request.memory(), workplace.clock()).close(); // fails early
    }
    notices.step("looking at " + workplace.shown(request.memory()));
    Compaction plan = compact(request, /* dryRun= */ true);
    planListener.accept(plan);
    notices.step("compacting " + workplace.shown(request.memory()));
    return request.dryRun() ? plan : compact(request, /* dryRun= */ false);
  }

  private Compaction compact(Request request, boolean dryRun) {
    return EditedMemory.with(
        request.memory(), workplace.clock(), dryRun, care -> care.compact(request.origin()));
  }
}
