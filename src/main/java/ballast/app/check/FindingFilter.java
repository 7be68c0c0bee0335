package ballast.app.check;

import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Waivers;
import ballast.check.Waivers.Waived;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects the findings to report: those asked for, enabled by the settings, and about changed texts
 * or terms.
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

  /** The findings that are not waived, with the severity from the settings. */
  List<LocatedFinding> open(Waivers.Outcome outcome) {
    return outcome.open().stream().filter(this::isWanted).map(settings::judged).toList();
  }

  /** The waived findings. */
  List<Waived> waived(Waivers.Outcome outcome) {
    return outcome.waived().stream().filter(waived -> isWanted(waived.checked())).toList();
  }

  /** The changes; null if everything counts as changed. */
  FindingReport.@Nullable Changed changed() {
    return changes.summary();
  }

  private boolean isWanted(LocatedFinding checked) {
    Finding finding = checked.finding();
    return considered.test(finding.rule(), finding.term())
        && settings.counts(checked)
        && changes.touch(checked);
  }
}
