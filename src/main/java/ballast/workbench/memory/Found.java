package ballast.workbench.memory;

import ballast.bitext.Unit;
import ballast.workflow.memory.MemorySearch;
import java.util.List;

/** What a query has found. */
sealed interface Found {

  /**
   * Units of a list.
   *
   * @param hasMore whether there is another page
   * @param deleted whether they are deleted
   */
  record Page(List<Unit> units, boolean hasMore, boolean deleted) implements Found {
    public Page {
      units = List.copyOf(units);
    }
  }

  /**
   * Units that are like a text or contain it.
   *
   * @param text what was looked for
   */
  record Search(String text, MemorySearch.Result result) implements Found {}

  /**
   * Nothing, because it cannot be looked for.
   *
   * @param message why, with what to try
   */
  record Impossible(String message) implements Found {}
}
