package ballast.app.documents;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.MatchAnalysis.Neighbourhood;
import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.bitext.Side;
import ballast.likeness.Score;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up the sentences of a document in a memory, in both directions of translation. Finds
 * nothing for a text that {@link #isTooLong}.
 */
public final class MemoryLookup {

  /**
   * Default minimum similarity in percent of a single translation. It is higher than for proposals
   * shown with their similarity, because a wrong translation without a warning is worse than none.
   */
  public static final int DEFAULT_MIN = 85;

  /** Units read for a single translation, because the best ones may have warnings. */
  private static final int MAX_UNITS = 10;

  /** Thresholds tried in turn for the best match; most sentences need few steps. */
  private static final int[] STEPS = {100, 85, 70, 50};

  /** Further units read, because units with the same texts give one proposal. */
  private static final int SPARE = 16;

  private static final Comparator<FoundTranslation> BEST_FIRST =
      Comparator.<FoundTranslation>comparingInt(found -> found.match().score())
          .thenComparingInt(found -> found.match().likeness().similarity())
          .reversed();

  private final Memory memory;
  private final Map<Side, UnitFilter> units;
  private final int minScore;

  /**
   * @param units the units that count, by the side that is compared
   * @param minScore minimum similarity in percent
   */
  MemoryLookup(Memory memory, Map<Side, UnitFilter> units, int minScore) {
    this.memory = memory;
    this.units = new EnumMap<>(units);
    this.minScore = minScore;
  }

  static boolean isTooLong(String text) {
    return text.length() > Score.MAX_SYMBOLS;
  }

  /**
   * Returns the translation from the unit most similar to a sentence, comparing either side. Units
   * with other numbers that cannot be replaced or another negation do not count.
   *
   * @param minScore minimum similarity in percent, 50 to 100
   * @return empty if no unit is similar
   */
  public static Optional<String> translation(
      Memory memory, String sentence, Direction direction, int minScore) {
    return new MemoryLookup(memory, direction.units(SearchSide.BOTH), minScore)
        .find("", sentence, "", MAX_UNITS).stream()
            .filter(found -> found.match().score() >= minScore)
            .filter(found -> found.match().isSafe())
            .map(FoundTranslation::translation)
            .findFirst();
  }

  /** Returns the best matches of a sentence, without units that repeat the same two texts. */
  List<FoundTranslation> find(Neighbourhood place, int limit) {
    return find(place.before(), place.text(), place.after(), limit);
  }

  private List<FoundTranslation> find(String before, String text, String after, int limit) {
    Set<List<String>> seen = new HashSet<>();
    return search(before, text, after, minScore, limit + SPARE).stream()
        .filter(found -> seen.add(List.of(found.text(), found.translation())))
        .limit(limit)
        .toList();
  }

  /**
   * Returns the best score of a sentence, even below the minimum similarity of proposals.
   *
   * @param found its best matches
   */
  int score(Neighbourhood place, List<FoundTranslation> found) {
    int best = found.isEmpty() ? 0 : found.get(0).match().score();
    // Units below the minimum similarity score lower than it, so they can only improve on less.
    return best >= minScore
        ? best
        : new MemoryLookup(memory, units, Score.MIN_THRESHOLD).score(place);
  }

  /**
   * @return percent; 101 or 102 if neighbours are the same too; 0 if there is no match
   */
  int score(Neighbourhood place) {
    int best = 0;
    for (int step : STEPS) {
      int from = Math.max(step, minScore);
      for (FoundTranslation found : search(place.before(), place.text(), place.after(), from, 1)) {
        best = Math.max(best, found.match().score());
      }
      // Units below this threshold score lower than it.
      if (best >= from || from == minScore) {
        return best;
      }
    }
    return best;
  }

  private List<FoundTranslation> search(
      String before, String text, String after, int from, int limit) {
    List<FoundTranslation> found = new ArrayList<>();
    if (isTooLong(text)) {
      return found;
    }
    units.forEach(
        (side, filter) -> {
          FuzzyQuery query =
              FuzzyQuery.of(text, side)
                  .withMinScore(from)
                  .withLimit(limit)
                  .between(before, after)
                  .among(filter);
          for (Match match : memory.search(query)) {
            found.add(new FoundTranslation(side, match));
          }
        });
    found.sort(BEST_FIRST);
    return found;
  }
}
