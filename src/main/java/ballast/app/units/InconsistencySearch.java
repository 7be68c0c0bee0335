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
   * @param units which units count
   * @param in whether source texts with several translations are meant, translations of several
   *     source texts, or both
   */
  public record Request(MemoryStore memory, UnitFilter units, SearchSide in) {

    /** All units that may be offered, on both sides. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, UnitFilter.CURRENT, SearchSide.BOTH);
    }
  }

  private final Notices notices;

  /** Without messages. */
  public InconsistencySearch() {
    this(Notices.NONE);
  }

  /**
   * @param notices receives the progress
   */
  public InconsistencySearch(Notices notices) {
    this.notices = notices;
  }

  /** The texts with several counterparts, source texts first, each in export order. */
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
