package ballast.check;

import ballast.check.CorpusRule.Trait;
import java.util.List;

/**
 * Compares pairs of texts for one rule and one key, in the order of the corpus. It finds what
 * {@link Checker} finds in the whole corpus by comparing pairs with this key. For one thread.
 */
public final class PairComparison {

  private final TermJudge judge;
  private final CorpusRule rule;
  private final CorpusRule.Survey survey;
  private long last;

  /**
   * A pair that has a trait. Of the pairs with the same key and variant only the first is needed,
   * unless the rule has a limited reach.
   *
   * @param place the pair
   * @param trait the trait
   * @param order its place among all pairs of the corpus that are in Chinese and English, from 1
   * @param times how many pairs of the corpus have this variant of the key
   */
  public record Occurrence(CheckedPair<Passage> place, Trait trait, long order, int times) {}

  /**
   * @param rule id of a rule that compares pairs
   */
  public PairComparison(TermJudge judge, String rule) {
    this.judge = judge;
    this.rule = comparing(rule);
    this.survey = this.rule.survey();
  }

  private static CorpusRule comparing(String rule) {
    return (CorpusRule)
        Rules.of(rule)
            .filter(CorpusRule.class::isInstance)
            .orElseThrow(() -> new IllegalArgumentException(rule + " does not compare pairs"));
  }

  /**
   * How many places further on a pair may stand to be compared by a rule with another one; {@link
   * Integer#MAX_VALUE} if pairs are compared wherever they stand.
   */
  public static int reach(String rule) {
    return comparing(rule).reach();
  }

  /** Adds a pair, by rising order. */
  public void see(Occurrence one) {
    survey.skip((int) Math.min(Integer.MAX_VALUE / 2, Math.max(0, one.order() - last - 1)));
    last = one.order();
    PairReading reading = new PairReading(one.place().value(), judge).about(one.trait().term());
    survey.see(reading, one.place());
    survey.count(one.trait(), one.times());
  }

  /** The findings of comparing the pairs. */
  public List<LocatedFinding> findings() {
    return survey.findings();
  }
}
