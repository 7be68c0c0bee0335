package ballast.check;

import java.util.List;

interface UnitRule extends Rule {

  /** The findings in a pair, in the order of its text. */
  List<Finding> check(PairReading reading);

  /** Whether the rule also checks texts without any translation. */
  default boolean looksAtMissingTranslations() {
    return false;
  }
}
