package ballast.app.units;

import ballast.app.Notices;
import ballast.app.documents.Direction.SearchSide;
import ballast.bitext.Side;
import ballast.memory.Inconsistency;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds source texts with several translations, and translations of several source texts.
 *
 * <pre>{@code
 * InconsistencySearch.Request request =
 *     InconsistencySearch.Request.of(Memories.at(folder.resolve("tm/memory.db")));
 * System.out.println(new InconsistencySearch().find(request).size());
 * }</pre>
 */
public final class InconsistencySearch {

  /**
   * A request for a search.
   *
   * @param memory must exist
   * @param in {@code SOURCE} for source texts with several translations, {@code TARGET} for
   *     translations of several source texts, or both
   */
  public record Request(MemoryStore memory, UnitFilter units, SearchSide in) {

    /** Searches all units that may be offered, on both sides. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, UnitFilter.CURRENT, SearchSide.BOTH);
    }
  }

  private final Notices notices;

  public InconsistencySearch() {
    this(Notices.NONE);
  }

  public InconsistencySearch(Notices notices) {
    this.notices = notices;
  }

  /** Returns the texts with several counterparts, source texts first, each in export order. */
  public List<Inconsistency> find(Request request) {
    notices.step("looking for inconsistencies");
    List<Inconsistency> found = new ArrayList<>();
    try (Memory memory = request.memory().openForReading()) {
      for (Side side : request.in().sides()) {
        memory.forEachInconsistency(request.units(), side, found::add);
      }
    }
    return found;
  }
}
