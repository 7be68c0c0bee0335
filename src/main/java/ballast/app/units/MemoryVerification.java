package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.app.Workplace;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamRight;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks whether a memory is sound.
 *
 * <pre>{@code
 * MemoryVerification verification = new MemoryVerification(Workplace.in(folder));
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * System.out.println(verification.run(MemoryVerification.Request.of(memory)).isSound());
 * }</pre>
 */
public final class MemoryVerification {

  private static final int INDEX_SEARCHES = 200;

  /**
   * A request for a verification.
   *
   * @param memory must exist
   * @param index whether to check the index too, by comparing its search results with those of a
   *     scan
   * @param rebuild whether to rebuild the index first
   */
  public record Request(MemoryStore memory, boolean index, boolean rebuild) {

    /** Verifies without the index and without writing. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, /* index= */ false, /* rebuild= */ false);
    }
  }

  /**
   * The problems found.
   *
   * @param file problems of the file, in words
   * @param index problems of the index, in words
   */
  public record Result(List<String> file, List<String> index) {

    public Result {
      file = List.copyOf(file);
      index = List.copyOf(index);
    }

    public boolean isSound() {
      return file.isEmpty() && index.isEmpty();
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  public MemoryVerification(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  public MemoryVerification(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Verifies the memory. Damage is reported, not thrown.
   *
   * @throws ballast.bitext.InputException if the file does not exist
   */
  public Result run(Request request) {
    MemoryStore store = request.memory();
    String name = workplace.shown(store);
    if (request.rebuild()) {
      store.require(TeamRight.REBUILD_INDEX);
      notices.step("rebuilding the index of " + name);
      try (Memory memory = store.openForWriting(WriteOptions.at(workplace.clock()))) {
        memory.rebuildIndex();
      }
    }
    List<String> problems = store.verify(Progress.ofReading(notices, "verifying " + name));
    List<String> ofIndex = new ArrayList<>();
    if (request.index() && problems.isEmpty()) {
      String doing = "verifying the index of " + name;
      try (Memory memory = store.openForReading()) {
        ofIndex.addAll(memory.verifyIndex(INDEX_SEARCHES, Progress.ofReading(notices, doing)));
      }
    }
    return new Result(problems, ofIndex);
  }
}
