package ballast.report;

import ballast.bitext.Severity;
import ballast.check.Checked;
import ballast.check.Waived;
import java.util.List;

/**
 * What {@code ballast check} found.
 *
 * @param findings those to show, in their order
 * @param all those not in the baseline; {@code findings} are the first of them
 * @param checked how many pairs of texts were looked at
 * @param inBaseline how many findings the baseline has taken away
 * @param waived findings that are waived beside their texts; not among {@code all}
 */
public record FindingReport(
    List<Checked> findings, List<Checked> all, int checked, int inBaseline, List<Waived> waived) {

  /** A report in which nothing is waived. */
  public FindingReport(List<Checked> findings, List<Checked> all, int checked, int inBaseline) {
    this(findings, all, checked, inBaseline, List.of());
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
