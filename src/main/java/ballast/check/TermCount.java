package ballast.check;

import ballast.bitext.Severity;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds terms that occur more often in the Chinese text than their renderings in the English one.
 * Only a hint, because later mentions are often pronouns.
 */
final class TermCount implements UnitRule {

  @Override
  public String id() {
    return "term-count";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a term stands more often in the Chinese text than its renderings in the English";
  }

  @Override
  public List<Finding> check(PairReading reading) {
    List<Finding> findings = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      int times = term.chinese().size();
      int rendered = term.timesRendered();
      // The rule term-missing reports other words in place of the rest.
      if (term.rendered() && times > rendered && reading.variant(term).isEmpty()) {
        findings.add(
            reading.finding(
                this,
                term.entry().id(),
                term.chinese(),
                term.allowed().stream().map(TermMatch::span).distinct().sorted().toList(),
                term.entry().zh()
                    + " stands here "
                    + times
                    + " times, its renderings "
                    + rendered));
      }
    }
    return findings;
  }
}
