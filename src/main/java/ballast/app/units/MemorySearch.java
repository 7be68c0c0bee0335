package ballast.app.units;

import ballast.app.documents.Direction.SearchSide;
import ballast.bitext.Side;
import ballast.likeness.Score;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches a memory for a text of any length: first for similar units, then for units that contain
 * it.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   MemorySearch.Result found =
 *       new MemorySearch(memory).find(MemorySearch.Request.of("压舱石"));
 *   System.out.println(found.matches().size() + " alike, " + found.total() + " places");
 * }
 * }</pre>
 */
public final class MemorySearch {

  private static final int DEFAULT_MATCHES = 10;
  private static final int DEFAULT_HITS = 50;

  /**
   * A request for a search.
   *
   * @param text not blank
   * @param in texts of the units to search; with both sides, similar units are those of the first
   *     side that has any
   * @param units which units; without a status those that may be offered to a translator
   * @param matches maximum number of similar units; at least 1
   * @param hits maximum number of units that contain the text; at least 1
   */
  public record Request(String text, SearchSide in, UnitFilter units, int matches, int hits) {

    /** Searches all units that may be offered, on either side. */
    public static Request of(String text) {
      return of(text, SearchSide.BOTH, UnitFilter.OFFERED);
    }

    /** Searches for at most ten similar units, and fifty that contain the text. */
    public static Request of(String text, SearchSide in, UnitFilter units) {
      return new Request(text, in, units, DEFAULT_MATCHES, DEFAULT_HITS);
    }
  }

  /**
   * The units found.
   *
   * @param side the text of the similar units that was compared
   * @param matches similar units, the best first
   * @param hits occurrences in units that are not among the matches
   * @param total number of texts that contain the text, including the matches
   */
  public record Result(Side side, List<Match> matches, List<Concordance.Hit> hits, int total) {

    public Result {
      matches = List.copyOf(matches);
      hits = List.copyOf(hits);
    }
  }

  private final Memory memory;

  public MemorySearch(Memory memory) {
    this.memory = memory;
  }

  /** Searches. A text too long to be compared as a whole is only searched for inside texts. */
  public Result find(Request request) {
    UnitFilter units =
        request.units().statuses().isEmpty()
            ? request.units().withStatuses(UnitFilter.OFFERED.statuses())
            : request.units();
    Side side = Side.SOURCE;
    List<Match> matches = List.of();
    for (Side one : request.in().sides()) {
      if (matches.isEmpty() && request.text().length() <= Score.MAX_SYMBOLS) {
        side = one;
        matches =
            memory.search(
                FuzzyQuery.of(request.text(), one).among(units).withLimit(request.matches()));
      }
    }
    Concordance found =
        memory.concordance(
            new Concordance.Query(request.text(), request.in().sides(), request.hits(), units));
    Set<String> shown = new HashSet<>();
    matches.forEach(match -> shown.add(match.unit().id()));
    return new Result(
        side,
        matches,
        found.hits().stream().filter(hit -> !shown.contains(hit.unit().id())).toList(),
        found.total());
  }
}
