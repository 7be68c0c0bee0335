package ballast.app.units;

import ballast.app.documents.Direction.SearchSide;
import ballast.bitext.Side;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import java.util.List;

/**
 * Finds units with a text similar to a sentence.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   UnitSearch search = new UnitSearch(memory);
 *   for (var match : search.find(UnitSearch.Request.of("桥修好了！")).matches()) {
 *     System.out.println(match.score() + " % " + match.unit().target());
 *   }
 * }
 * }</pre>
 */
public final class UnitSearch {

  private static final int DEFAULT_LIMIT = 10;

  /**
   * A request for a search.
   *
   * @param text a whole sentence
   * @param in texts of the units to compare; for both sides, the first that has any match
   * @param minScore minimum similarity in percent, 50 to 100
   * @param limit maximum number of units; at least 1
   * @param before the previous sentence; empty if unknown
   * @param after the next sentence; empty if unknown
   */
  public record Request(
      String text, SearchSide in, int minScore, int limit, String before, String after) {

    /** Requests at most ten units at 70% or better, on either side. */
    public static Request of(String text) {
      return new Request(
          text, SearchSide.BOTH, FuzzyQuery.DEFAULT_MIN, DEFAULT_LIMIT, /* before= */ "", "");
    }
  }

  /**
   * The matches.
   *
   * @param side the text similar to the sentence
   * @param matches best first
   */
  public record Result(Side side, List<Match> matches) {}

  private final Memory memory;

  public UnitSearch(Memory memory) {
    this.memory = memory;
  }

  /** Searches; see {@link Memory#search}. */
  public Result find(Request request) {
    for (Side side : request.in().sides()) {
      FuzzyQuery query =
          FuzzyQuery.of(request.text(), side)
              .withMinScore(request.minScore())
              .withLimit(request.limit())
              .between(request.before(), request.after());
      List<Match> matches = memory.search(query);
      if (!matches.isEmpty()) {
        return new Result(side, matches);
      }
    }
    return new Result(Side.SOURCE, List.of());
  }

  /** Returns the occurrences of the text, to be shown if no unit is similar. */
  public Concordance occurrences(Request request) {
    return new PhraseSearch(memory)
        .find(new PhraseSearch.Request(request.text(), request.in(), request.limit()));
  }
}
