package ballast.cli.check;

import ballast.bitext.CountedNoun;
import ballast.bitext.Severity;
import ballast.cli.option.CommonOptions;
import ballast.cli.terminal.Console;
import ballast.report.finding.GlossaryAdvice;
import ballast.workflow.Notices;
import ballast.workflow.align.PairList;
import ballast.workflow.check.FindingReport;
import java.util.List;

/** Says at the end of a check what was found, and what the glossary might be told. */
final class CheckSummary {

  private final CommonOptions common;
  private final Console console;

  CheckSummary(CommonOptions common, Console console) {
    this.common = common;
    this.console = console;
  }

  /**
   * Says it on standard error.
   *
   * @param hintsHidden whether findings that are not shown are hints, which {@code -v} shows
   */
  void say(FindingReport report, boolean hintsHidden) {
    common.say(console, counts(report, hintsHidden));
    int skipped = report.extent().skipped();
    if (skipped > 0) {
      common.say(
          console,
          CountedNoun.of(skipped, "pair in another language was", "pairs in other languages were")
              + " not checked");
    }
    GlossaryAdvice.lines(report).forEach(line -> common.say(console, line));
    leftOut(report.leftOut());
  }

  /** Warns of texts that were not checked because they are in no pair. */
  void leftOut(List<PairList.Alone> texts) {
    Notices notices = common.notices(console);
    texts.forEach(text -> notices.warn(text.file() + " is left out: " + text.reason()));
  }

  private static String counts(FindingReport report, boolean hintsHidden) {
    StringBuilder line =
        new StringBuilder("checked ").append(CountedNoun.of(report.checked(), "pair"));
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      line.append(", ").append(changed.pairs()).append(" changed since ").append(changed.since());
      line.append(',');
    }
    line.append(" against ").append(CountedNoun.of(report.extent().concepts(), "concept"));
    line.append(": ");
    line.append(CountedNoun.of(report.count(Severity.ERROR), "error")).append(", ");
    line.append(CountedNoun.of(report.count(Severity.WARNING), "warning")).append(", ");
    line.append(CountedNoun.of(report.count(Severity.INFO), "hint"));
    if (report.inBaseline() > 0) {
      line.append("; ").append(CountedNoun.of(report.inBaseline(), "more is", "more are"));
      line.append(" in the baseline");
    }
    if (!report.waived().isEmpty()) {
      line.append("; ").append(report.waived().size()).append(" waived");
    }
    int hidden = report.all().size() - report.findings().size();
    if (hidden > 0) {
      line.append("; ").append(hidden).append(" not shown").append(hintsHidden ? " (-v)" : "");
    }
    return line.toString();
  }
}
