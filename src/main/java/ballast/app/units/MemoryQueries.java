package ballast.app.units;

import ballast.app.documents.Direction.SearchSide;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.Score;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.Statistics.StatusCounts;
import ballast.memory.UnitFilter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches a memory and lists what it has.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading()) {
 *   MemoryQueries queries = new MemoryQueries(memory);
 *   FuzzyQuery query = FuzzyQuery.of("桥修好了！", Side.SOURCE).withMinScore(60);
 *   for (Match match : queries.similar(query, Direction.SearchSide.BOTH).matches()) {
 *     System.out.println(match.score() + " % " + match.unit().target());
 *   }
 *   System.out.println(queries.concordance("压舱石", Direction.SearchSide.BOTH, 20).total() + " places");
 *   MemoryQueries.Page page = queries.units(UnitFilter.CURRENT, "", 50);
 *   if (page.hasMore()) {
 *     page = queries.units(UnitFilter.CURRENT, page.last(), 50);
 *   }
 * }
 * }</pre>
 */
public record MemoryQueries(Memory memory) {

  /**
   * @param side the text that is similar
   * @param matches best first
   */
  public record Similar(Side side, List<Match> matches) {}

  /**
   * Finds units with a text similar to a sentence; see {@link Memory#search}.
   *
   * @param in the texts to compare, instead of the side of the query; for both sides, the first
   *     that has any match
   */
  public Similar similar(FuzzyQuery query, SearchSide in) {
    for (Side side : in.sides()) {
      List<Match> matches = memory.search(query.on(side));
      if (!matches.isEmpty()) {
        return new Similar(side, matches);
      }
    }
    return new Similar(Side.SOURCE, List.of());
  }

  /**
   * Finds the units that contain a word, phrase or part of a word and may be offered; see {@link
   * Memory#concordance}.
   *
   * @param text not blank
   * @param limit maximum number of units; at least 1
   */
  public Concordance concordance(String text, SearchSide in, int limit) {
    return memory.concordance(new Concordance.Query(text, in.sides(), limit, UnitFilter.OFFERED));
  }

  /**
   * Units that are similar to a text or contain it.
   *
   * @param side the text of the similar units that was compared
   * @param matches similar units, the best first
   * @param hits occurrences in units that are not among the matches
   * @param total number of texts that contain the text, including the matches
   */
  public record Found(Side side, List<Match> matches, List<Concordance.Hit> hits, int total) {

    public Found {
      matches = List.copyOf(matches);
      hits = List.copyOf(hits);
    }
  }

  /**
   * Searches for a text of any length: first for similar units, then for units that contain it. A
   * text too long to be compared as a whole is only searched for inside texts.
   *
   * @param text not blank
   * @param in texts of the units to search; with both sides, similar units are those of the first
   *     side that has any
   * @param among which units; without a status those that may be offered to a translator
   * @param limit maximum number of similar units; at least 1
   * @param hits maximum number of units that contain the text; at least 1
   */
  public Found find(String text, SearchSide in, UnitFilter among, int limit, int hits) {
    UnitFilter units =
        among.statuses().isEmpty() ? among.withStatuses(UnitFilter.OFFERED.statuses()) : among;
    Similar similar =
        text.length() <= Score.MAX_SYMBOLS
            ? similar(FuzzyQuery.of(text, Side.SOURCE).among(units).withLimit(limit), in)
            : new Similar(Side.SOURCE, List.of());
    Concordance found = memory.concordance(new Concordance.Query(text, in.sides(), hits, units));
    Set<String> shown = new HashSet<>();
    similar.matches().forEach(match -> shown.add(match.unit().id()));
    return new Found(
        similar.side(),
        similar.matches(),
        found.hits().stream().filter(hit -> !shown.contains(hit.unit().id())).toList(),
        found.total());
  }

  /** Returns how many units have each status. */
  public StatusCounts counts(UnitFilter units) {
    Map<Unit.Status, Long> counts = new EnumMap<>(Unit.Status.class);
    memory.forEachUnit(units, unit -> counts.merge(unit.provenance().status(), 1L, Long::sum));
    return new StatusCounts(counts);
  }

  /** A page of a list of units. */
  public record Page(List<Unit> units, boolean hasMore) {

    public Page {
      units = List.copyOf(units);
    }

    /** Returns the id of the last unit, to request the next page; empty if there is none. */
    public String last() {
      return units.isEmpty() ? "" : units.get(units.size() - 1).id();
    }
  }

  /**
   * Lists units page by page, in export order.
   *
   * @param after id of the last unit of the page before; empty for the first page
   * @param limit maximum number of units; at least 1
   * @throws ballast.bitext.InputException if there is no unit {@code after}
   */
  public Page units(UnitFilter units, String after, int limit) {
    List<Unit> listed = memory.units(units, after, limit + 1);
    boolean more = listed.size() > limit;
    return new Page(more ? listed.subList(0, limit) : listed, more);
  }
}
