package ballast.check;

import ballast.check.Occurrence.Trait;
import java.util.List;
import java.util.Locale;

/**
 * A rule that compares pairs of texts with each other. It reads the traits of each pair separately.
 * Pairs with the same key are compared, whether one process or many have read them.
 */
interface CorpusRule extends Rule {

  int EVERYWHERE = Integer.MAX_VALUE;

  /** A finding in the pair {@code at}; {@code others} as in {@link LocatedFinding}. */
  record Difference(Occurrence at, Finding finding, List<CheckedPair<Passage>> others) {

    LocatedFinding located() {
      return new LocatedFinding(finding, at.place(), others);
    }
  }

  /** The features to compare with other pairs, in the order of the text. */
  List<Trait> traits(PairReading reading);

  default List<Finding> alone(PairReading reading) {
    return List.of();
  }

  @Override
  default int reach() {
    return EVERYWHERE;
  }

  /** Whether its findings list the other pairs with a trait; otherwise it only counts them. */
  default boolean listsOthers() {
    return false;
  }

  /**
   * Compares pairs that have the same key.
   *
   * @param same in ascending order: the first pair of each variant; all pairs if the reach is
   *     limited
   * @return at most one finding for each of them
   */
  List<Difference> compare(List<Occurrence> same);

  static String rendering(TermReading term) {
    return term.allowed().get(0).term().text().toLowerCase(Locale.ROOT);
  }
}
