package ballast.app.units;

import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.util.List;

/**
 * Lists the units of a memory page by page, in export order.
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
   * @param after id of the last unit of the page before; empty for the first page
   * @param limit maximum number of units; at least 1
   */
  public record Request(UnitFilter units, String after, int limit) {

    /** Requests the first fifty units. */
    public static Request of(UnitFilter units) {
      return new Request(units, "", DEFAULT_LIMIT);
    }
  }

  /**
   * A page.
   *
   * @param hasMore whether more units follow
   */
  public record Result(List<Unit> units, boolean hasMore) {

    public Result {
      units = List.copyOf(units);
    }

    /** Returns the id of the last unit, to request the next page; empty if there is none. */
    public String last() {
      return units.isEmpty() ? "" : units.get(units.size() - 1).id();
    }
  }

  private final Memory memory;

  public UnitListing(Memory memory) {
    this.memory = memory;
  }

  /**
   * @throws ballast.bitext.InputException if there is no unit {@code after}
   */
  public Result list(Request request) {
    List<Unit> units = memory.units(request.units(), request.after(), request.limit() + 1);
    boolean more = units.size() > request.limit();
    return new Result(more ? units.subList(0, request.limit()) : units, more);
  }
}
