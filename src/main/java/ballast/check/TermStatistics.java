package ballast.check;

import ballast.glossary.TermMatcher.Nearness;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts how the terms of a glossary are translated. For one thread.
 *
 * <p>Accuracy is the share of pairs in which a term has an allowed rendering. Consistency is the
 * share, among pairs with a rendering, right or wrong, of those with the term's commonest. These
 * are the two measures of the terminology task of WMT 2025, over pairs of texts.
 */
public final class TermStatistics {

  private static final class Count {
    private final String zh;
    private int occurrences;
    private int passages;
    private int exact;
    private int inflected;
    private int forbidden;
    private final Map<String, Integer> renderings = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();

    Count(String zh) {
      this.zh = zh;
    }
  }

  private final TermJudge judge;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private int passages;

  public TermStatistics(TermJudge judge) {
    this.judge = judge;
  }

  /** Adds a pair of texts. Skips pairs that are not Chinese and English, or lack one text. */
  public void see(Passage passage) {
    if (passage.isChineseAndEnglish()) {
      see(new PairReading(passage, judge));
    }
  }

  public void see(PairReading reading) {
    if (reading.passage().target().isBlank()) {
      return;
    }
    passages++;
    for (TermReading term : reading.terms()) {
      if (!term.entry().allowed().isEmpty()) {
        see(term);
      }
    }
  }

  private void see(TermReading term) {
    Count count = counts.computeIfAbsent(term.entry().id(), id -> new Count(term.entry().zh()));
    count.occurrences += term.chinese().size();
    count.passages++;
    Optional<TermMatch> best = term.best();
    if (term.rendered() && best.isPresent()) {
      boolean exact = best.get().nearness() == Nearness.EXACT;
      count.exact += exact ? 1 : 0;
      count.inflected += exact ? 0 : 1;
      count.renderings.merge(best.get().term().text(), 1, Integer::sum);
    } else if (!term.forbidden().isEmpty()) {
      count.forbidden++;
      String text = term.forbidden().get(0).term().text();
      count.renderings.merge(text, 1, Integer::sum);
      count.wrong.add(text);
    }
  }

  public int passages() {
    return passages;
  }

  /** The terms that occur, the commonest first, then by id. */
  public List<TermCounts> counts() {
    List<TermCounts> sorted = new ArrayList<>();
    counts.forEach(
        (id, count) ->
            sorted.add(
                new TermCounts(
                    id,
                    count.zh,
                    count.occurrences,
                    new TermCounts.Pairs(
                        count.passages, count.exact, count.inflected, count.forbidden),
                    new TermCounts.UsedRenderings(commonestFirst(count.renderings), count.wrong))));
    sorted.sort(
        Comparator.comparingInt(TermCounts::occurrences).reversed().thenComparing(TermCounts::id));
    return sorted;
  }

  private static Map<String, Integer> commonestFirst(Map<String, Integer> renderings) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    renderings.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /**
   * Counts of the translations of one term of the glossary.
   *
   * @param occurrences in the Chinese texts
   */
  public record TermCounts(
      String id, String zh, int occurrences, Pairs pairs, UsedRenderings renderings) {

    /**
     * Numbers of pairs of texts.
     *
     * @param all pairs with the term
     * @param exact those with an allowed rendering word for word
     * @param inflected those with an allowed rendering in another form
     * @param forbidden those with a forbidden rendering and no allowed one
     */
    public record Pairs(int all, int exact, int inflected, int forbidden) {

      public static final Pairs NONE = new Pairs(0, 0, 0, 0);

      public int missing() {
        return all - exact - inflected - forbidden;
      }

      public int right() {
        return exact + inflected;
      }

      public int rendered() {
        return right() + forbidden;
      }

      public Pairs plus(Pairs other) {
        return new Pairs(
            all + other.all,
            exact + other.exact,
            inflected + other.inflected,
            forbidden + other.forbidden);
      }
    }

    /**
     * @param pairs number of pairs by rendering from the glossary, allowed or not, the commonest
     *     first
     * @param forbidden the forbidden ones among these renderings
     */
    public record UsedRenderings(Map<String, Integer> pairs, Set<String> forbidden) {

      public UsedRenderings {
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        forbidden = Set.copyOf(forbidden);
      }

      /** Pairs with the commonest rendering, right or wrong. */
      public int commonest() {
        return pairs.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      }
    }
  }
}
