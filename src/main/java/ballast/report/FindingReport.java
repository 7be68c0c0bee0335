package ballast.report;

import ballast.bitext.Severity;
import ballast.check.Checked;
import java.util.List;

/**
 * What {@code ballast check} found.
 *
 * @param findings those to show, in their order
 * @param all those not in the baseline; {@code findings} are the first of them
 * @param checked how many pairs of texts were looked at
 * @param inBaseline how many findings the baseline has taken away
 */
public record FindingReport(
    List<Checked> findings, List<Checked> all, int checked, int inBaseline) {

  public FindingReport {
    findings = List.copyOf(findings);
    all = List.copyOf(all);
  }

  /** How many of all are that bad. */
  public long count(Severity severity) {
    return all.stream().filter(one -> one.finding().severity() == severity).count();
  }
}
