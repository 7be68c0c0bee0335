package ballast.check;

import java.util.List;

/** A rule that looks at one pair of texts at a time. */
interface UnitRule extends Rule {

  /** What is wrong with a pair, in the order of its text; empty when nothing is. */
  List<Finding> check(PairReading reading);

  /** Whether it is also asked about texts that have no translation at all. */
  default boolean looksAtMissingTranslations() {
    return false;
  }
}
