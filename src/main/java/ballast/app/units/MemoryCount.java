package ballast.app.units;

import ballast.app.Notices;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitFilter;

/**
 * Counts documents, units, characters and words of a memory, and what is repeated.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryCount.Request request = MemoryCount.Request.of(memory);
 * System.out.println(new MemoryCount().count(request).whole().documents());
 * }</pre>
 */
public final class MemoryCount {

  /**
   * A request for counts.
   *
   * @param memory must exist
   * @param units which units are counted
   */
  public record Request(MemoryStore memory, UnitFilter units) {

    /** All units that are neither retired nor deleted. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, UnitFilter.CURRENT);
    }
  }

  /**
   * The numbers.
   *
   * @param whole of the whole memory
   * @param units of the units that were asked for
   */
  public record Result(Statistics whole, UnitStatistics units) {}

  private final Notices notices;

  /** Without messages. */
  public MemoryCount() {
    this(Notices.NONE);
  }

  /**
   * @param notices receives the progress
   */
  public MemoryCount(Notices notices) {
    this.notices = notices;
  }

  /** Counts. */
  public Result count(Request request) {
    notices.step("counting the units");
    try (Memory memory = request.memory().openForReading()) {
      return new Result(memory.statistics(), memory.unitStatistics(request.units()));
    }
  }
}
