package ballast.app.check;

import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.NamedTerms;
import ballast.check.Occurrence;
import ballast.check.PairChecker;
import ballast.check.Passage;
import ballast.lexicon.Lexicon;
import java.util.List;

/**
 * Checks units divided among processes: first each pair by itself, then the pairs that share a key.
 * The two steps together find the same as {@link TranslationCheck} in all units. Thread-safe.
 */
public final class DividedCheck {

  private final CheckPlan plan;
  private final PairChecker pairs;

  /**
   * @throws ballast.bitext.InputException if the snapshot contains an unknown name
   */
  public DividedCheck(CheckSnapshot snapshot, Lexicon lexicon) {
    this.plan = snapshot.plan(lexicon);
    this.pairs = plan.pairs();
  }

  public int concepts() {
    return plan.terms().concepts().size();
  }

  /**
   * Checks a pair; the result has only findings to report.
   *
   * @param named has read the pairs before it
   */
  public PairChecker.Result check(CheckedPair<Passage> pair, NamedTerms named) {
    PairChecker.Result result = pairs.check(pair);
    return new PairChecker.Result(
        result.reading(),
        plan.reported(named.read(pair, result)),
        result.traits(),
        result.unchecked());
  }

  /** The findings of {@link PairChecker#compare} to report. */
  public List<LocatedFinding> compare(String rule, String key, List<Occurrence> same) {
    return plan.reported(pairs.compare(rule, key, same));
  }
}
