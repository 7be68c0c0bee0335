package ballast.cli;

import ballast.bitext.Finding;
import ballast.check.Checked;
import ballast.check.Waived;
import ballast.check.Waivers;
import ballast.report.FindingReport;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of all findings are reported: those that were asked for, where the settings have them
 * count, about what has changed.
 */
final class FindingFilter {

  private final BiPredicate<String, String> considered;
  private final SettingsFilter settings;
  private final Changes changes;

  /**
   * @param considered which findings are asked for, by rule and term
   */
  FindingFilter(BiPredicate<String, String> considered, SettingsFilter settings, Changes changes) {
    this.considered = considered;
    this.settings = settings;
    this.changes = changes;
  }

  /** The findings that nobody has waived, as bad as the settings say. */
  List<Checked> open(Waivers.Outcome outcome) {
    return outcome.open().stream().filter(this::isWanted).map(settings::judged).toList();
  }

  /** The others. */
  List<Waived> waived(Waivers.Outcome outcome) {
    return outcome.waived().stream().filter(waived -> isWanted(waived.checked())).toList();
  }

  /** What has changed; null when everything counts. */
  FindingReport.@Nullable Changed changed() {
    return changes.figures();
  }

  private boolean isWanted(Checked checked) {
    Finding finding = checked.finding();
    return considered.test(finding.rule(), finding.term())
        && settings.counts(checked)
        && changes.touch(checked);
  }
}
