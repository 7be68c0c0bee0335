package ballast.app.units;

import ballast.app.documents.Direction.SearchSide;
import ballast.memory.Concordance;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;

/**
 * Finds all occurrences of a word, phrase or part of a word, with their translations.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   PhraseSearch search = new PhraseSearch(memory);
 *   System.out.println(search.find(PhraseSearch.Request.of("压舱石")).total());
 * }
 * }</pre>
 */
public final class PhraseSearch {

  private static final int DEFAULT_LIMIT = 20;

  /**
   * A request for a search.
   *
   * @param text not blank
   * @param in texts of the units to search
   * @param limit maximum number of hits; at least 1
   */
  public record Request(String text, SearchSide in, int limit) {

    /** Searches for at most twenty hits on either side. */
    public static Request of(String text) {
      return new Request(text, SearchSide.BOTH, DEFAULT_LIMIT);
    }
  }

  private final Memory memory;

  public PhraseSearch(Memory memory) {
    this.memory = memory;
  }

  /** Searches the units that may be offered; see {@link Memory#concordance}. */
  public Concordance find(Request request) {
    return memory.concordance(
        new Concordance.Query(
            request.text(), request.in().sides(), request.limit(), UnitFilter.OFFERED));
  }
}
