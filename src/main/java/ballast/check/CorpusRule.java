package ballast.check;

import ballast.bitext.Severity;
import ballast.check.Occurrence.Trait;
import java.util.List;

/**
 * A rule that compares pairs of texts with each other. It reads the traits of each pair separately.
 * Pairs with the same key are compared, whether one process or many have read them.
 */
abstract class CorpusRule extends Rule {

  static final int EVERYWHERE = Integer.MAX_VALUE;

  record Difference(Occurrence at, Finding finding, List<CheckedPair<Passage>> others) {

    LocatedFinding located() {
      return new LocatedFinding(finding, at.place(), others);
    }
  }

  CorpusRule(String id, Severity severity, String summary, Feature... features) {
    super(id, severity, summary, features);
  }

  /** The features to compare with other pairs, in the order of the text. */
  abstract List<Trait> traits(PairReading reading);

  @Override
  List<Finding> check(PairReading reading) {
    return List.of();
  }

  @Override
  int reach() {
    return EVERYWHERE;
  }

  /** Whether its findings list the other pairs with a trait; otherwise it only counts them. */
  boolean listsOthers() {
    return false;
  }

  /**
   * Compares pairs that have the same key.
   *
   * @param same in ascending order: the first pair of each variant; all pairs if the reach is
   *     limited
   * @return at most one finding for each of them
   */
  abstract List<Difference> compare(List<Occurrence> same);

  final Finding finding(Occurrence use, String message) {
    return finding(
        use.passage(),
        use.term().entry().id(),
        use.term().chinese(),
        List.of(use.rendering().span()),
        message);
  }
}
