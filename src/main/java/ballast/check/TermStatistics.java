package ballast.check;

import ballast.check.term.TermJudge;
import ballast.check.term.TermReading;
import ballast.glossary.Nearness;
import ballast.glossary.TermMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts how the terms of a glossary are translated.
 *
 * <p>Accuracy is the share of pairs in which a term has a rendering that the glossary allows;
 * consistency the share of those with a rendering, right or wrong, that have the term's commonest
 * (the two measures of the terminology task of WMT 2025, over pairs of texts). For one thread.
 */
public final class TermStatistics {

  /** The counts of one term. */
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

  /**
   * Adds a pair of texts; pairs that are not Chinese and English, or lack one text, are skipped.
   */
  public void see(Passage passage) {
    if (passage.isChineseAndEnglish()) {
      see(new PairReading(passage, judge));
    }
  }

  /** The same for a pair that has been analysed already. */
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

  /** The number of pairs that were read. */
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
}
