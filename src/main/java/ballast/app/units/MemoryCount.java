package ballast.app.units;

import ballast.app.Notices;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitFilter;

/**
 * Counts documents, units, characters, words and repetitions of a memory.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryCount.Request request = MemoryCount.Request.of(memory);
 * System.out.println(new MemoryCount().count(request).whole().documents());
 * }</pre>
 */
public final class MemoryCount {

  /**
   * @param memory must exist
   */
  public record Request(MemoryStore memory, UnitFilter units) {

    /** Counts all units that are neither retired nor deleted. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, UnitFilter.CURRENT);
    }
  }

  /**
   * The counts.
   *
   * @param whole counts of the whole memory
   * @param units counts of the selected units
   */
  public record Result(Statistics whole, UnitStatistics units) {}

  private final Notices notices;

  public MemoryCount() {
    this(Notices.NONE);
  }

  public MemoryCount(Notices notices) {
    this.notices = notices;
  }

  public Result count(Request request) {
    notices.step("counting the units");
    try (Memory memory = request.memory().openForReading()) {
      return new Result(memory.statistics(), memory.unitStatistics(request.units()));
    }
  }
}
