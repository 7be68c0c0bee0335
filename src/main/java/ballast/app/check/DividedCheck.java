package ballast.app.check;

import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker;
import ballast.check.PairComparison;
import ballast.check.Passage;
import ballast.lexicon.Lexicon;
import java.util.List;

/**
 * Checks units that are divided among processes: first each pair by itself, then the pairs that
 * share a key. Both together find what {@link TranslationCheck} finds in all units. Thread-safe.
 */
public final class DividedCheck {

  private final CheckPlan plan;
  private final PairChecker pairs;

  /**
   * @throws ballast.bitext.InputException if the snapshot names something unknown
   */
  public DividedCheck(CheckSnapshot snapshot, Lexicon lexicon) {
    this.plan = snapshot.plan(lexicon);
    this.pairs = plan.pairs();
  }

  /** How many concepts of the glossaries are used. */
  public int concepts() {
    return plan.terms().concepts().size();
  }

  /** Checks a pair by itself; the result has only findings that are to be reported. */
  public PairChecker.Result check(CheckedPair<Passage> pair) {
    PairChecker.Result result = pairs.check(pair);
    return new PairChecker.Result(
        plan.reported(result.findings()), result.traits(), result.unchecked());
  }

  /**
   * Compares the pairs that have traits with one key.
   *
   * @param rule id of the rule that has given the traits
   * @param occurrences by rising order: the first pair of each variant; if the rule has a limited
   *     reach, all pairs of which each stands within reach of the next
   * @return the findings that are to be reported, in the order of the pairs
   */
  public List<LocatedFinding> compare(String rule, List<PairComparison.Occurrence> occurrences) {
    PairComparison comparison = new PairComparison(plan.judge(), rule);
    occurrences.forEach(comparison::see);
    return plan.reported(comparison.findings());
  }
}
