package ballast.workflow.check;

import ballast.bitext.Severity;
import ballast.check.LocatedFinding;
import ballast.check.Waived;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ballast check} found.
 *
 * @param findings those to show, in their order
 * @param all those not in the baseline; {@code findings} are the first of them
 * @param checked how many pairs of texts were looked at
 * @param inBaseline how many findings the baseline has taken away
 * @param waived findings that are waived beside their texts; not among {@code all}
 * @param changed what of them has changed; null when all counts, changed or not
 */
public record FindingReport(
    List<LocatedFinding> findings,
    List<LocatedFinding> all,
    int checked,
    int inBaseline,
    List<Waived> waived,
    @Nullable Changed changed) {

  /**
   * Of the pairs that were looked at, those that only a later revision has.
   *
   * @param since the earlier revision, as the user names it
   * @param pairs how many have changed since
   */
  public record Changed(String since, int pairs) {}

  /** A report in which nothing is waived, of pairs that count whether they have changed or not. */
  public FindingReport(
      List<LocatedFinding> findings, List<LocatedFinding> all, int checked, int inBaseline) {
    this(findings, all, checked, inBaseline, List.of(), null);
  }

  public FindingReport {
    waived = List.copyOf(waived);
    findings = List.copyOf(findings);
    all = List.copyOf(all);
  }

  /** How many of all are that bad. */
  public long count(Severity severity) {
    return all.stream().filter(one -> one.finding().severity() == severity).count();
  }
}
