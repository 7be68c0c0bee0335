package ballast.glossary;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * A finding about a glossary itself that would make checks wrong or noisy.
 *
 * @param rule the name of the rule, for example {@code contradiction}
 * @param severity how bad it is
 * @param concept the id of the concept
 * @param where the rows concerned, in order, never empty
 * @param message an English sentence without its full stop
 */
public record LintFinding(
    String rule, Severity severity, String concept, List<Location> where, String message) {

  /** By the first row, then by rule. */
  public static final Comparator<LintFinding> BY_PLACE =
      Comparator.comparing((LintFinding finding) -> finding.where().get(0).file())
          .thenComparingInt(finding -> finding.where().get(0).line())
          .thenComparing(LintFinding::rule)
          .thenComparing(LintFinding::message);

  public LintFinding {
    where = List.copyOf(where);
    if (where.isEmpty()) {
      throw new IllegalArgumentException("a finding without a row");
    }
  }
}
