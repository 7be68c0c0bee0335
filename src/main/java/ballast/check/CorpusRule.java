package ballast.check;

import ballast.check.Occurrence.Trait;
import java.util.List;
import java.util.Locale;

/**
 * A rule that compares pairs of texts with each other. It reads the traits of each pair by itself;
 * then those with one key are compared, whether one process has read all pairs or many have.
 */
interface CorpusRule extends Rule {

  /** The reach of a rule that compares pairs wherever they are. */
  int EVERYWHERE = Integer.MAX_VALUE;

  /**
   * A finding of comparing pairs.
   *
   * @param at the pair in which it was found
   * @param others as in {@link LocatedFinding}
   */
  record Difference(Occurrence at, Finding finding, List<CheckedPair<Passage>> others) {

    LocatedFinding located() {
      return new LocatedFinding(finding, at.place(), others);
    }
  }

  /** What it compares in a pair with other pairs, in the order of the text. */
  List<Trait> traits(PairReading reading);

  /** The findings that a pair shows by itself. */
  default List<Finding> alone(PairReading reading) {
    return List.of();
  }

  @Override
  default int reach() {
    return EVERYWHERE;
  }

  /** Whether its findings list the further pairs with a trait; otherwise it only counts them. */
  default boolean listsOthers() {
    return false;
  }

  /**
   * Compares pairs that have one key.
   *
   * @param same by rising order: the first pair of each variant; all pairs if the reach is limited
   * @return at most one finding for each of them
   */
  List<Difference> compare(List<Occurrence> same);

  /** The rendering of a term, as pairs are compared by it. */
  static String rendering(TermReading term) {
    return term.allowed().get(0).term().text().toLowerCase(Locale.ROOT);
  }
}
