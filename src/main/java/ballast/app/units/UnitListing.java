package ballast.app.units;

import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.util.List;

/**
 * Lists the units of a memory page by page, in the order in which they are exported.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   UnitListing listing = new UnitListing(memory);
 *   UnitListing.Result page = listing.list(UnitListing.Request.of(UnitFilter.CURRENT));
 *   if (page.hasMore()) {
 *     page = listing.list(new UnitListing.Request(UnitFilter.CURRENT, page.last(), 50));
 *   }
 *   page.units().forEach(unit -> System.out.println(unit.source()));
 * }
 * }</pre>
 */
public final class UnitListing {

  private static final int DEFAULT_LIMIT = 50;

  /**
   * A request for a page.
   *
   * @param units which units
   * @param after the id of the last unit of the page before; empty for the first page
   * @param limit how many units at most; at least 1
   */
  public record Request(UnitFilter units, String after, int limit) {

    /** The first fifty. */
    public static Request of(UnitFilter units) {
      return new Request(units, "", DEFAULT_LIMIT);
    }
  }

  /**
   * A page.
   *
   * @param units those of the page
   * @param hasMore whether others follow
   */
  public record Result(List<Unit> units, boolean hasMore) {

    public Result {
      units = List.copyOf(units);
    }

    /** The id of the last unit, behind which the next page begins; empty if there is none. */
    public String last() {
      return units.isEmpty() ? "" : units.get(units.size() - 1).id();
    }
  }

  private final Memory memory;

  public UnitListing(Memory memory) {
    this.memory = memory;
  }

  /**
   * Reads a page.
   *
   * @throws ballast.bitext.InputException if there is no unit {@code after}
   */
  public Result list(Request request) {
    List<Unit> units = memory.units(request.units(), request.after(), request.limit() + 1);
    boolean more = units.size() > request.limit();
    return new Result(more ? units.subList(0, request.limit()) : units, more);
  }
}
