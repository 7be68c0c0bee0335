package ballast.cli.align;

import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions;
import ballast.cli.terminal.Console;
import ballast.likeness.Score;
import ballast.report.memory.AnalysisOutput;
import ballast.workflow.translate.TranslatedDocument;
import ballast.workflow.translate.TranslationReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The messages of {@code ballast translate} on standard error. */
final class TranslationMessages {

  private final Console console;
  private final CommonOptions common;
  private final boolean dryRun;

  TranslationMessages(Console console, CommonOptions common, boolean dryRun) {
    this.console = console;
    this.common = common;
    this.dryRun = dryRun;
  }

  void say(TranslationReport report) {
    for (TranslatedDocument document : report.documents()) {
      common.say(
          console,
          "source   "
              + document.name()
              + ": "
              + report.direction().source()
              + ", "
              + document.text().encoding().charset().name()
              + ", "
              + CountedNoun.of(document.sentences().size(), "sentence"));
    }
    for (TranslationReport.Skipped one : report.skipped()) {
      common.say(
          console,
          "  "
              + one.location()
              + ": "
              + one.type()
              + ", not to be translated: "
              + AlignmentMessages.excerpt(one.text()));
    }
    for (TranslationReport.Skipped one : report.unsearched()) {
      common.say(
          console,
          String.format(
              Locale.ROOT,
              "  %s: not looked up: %,d characters, and the limit is %,d: %s",
              one.location(),
              one.text().length(),
              Score.MAX_SYMBOLS,
              AlignmentMessages.excerpt(one.text())));
    }
    bands(report).lines().forEach(line -> common.say(console, line));
    common.say(console, (dryRun ? "would fill in " : "filled in ") + counts(report));
  }

  private static String bands(TranslationReport report) {
    StringWriter bands = new StringWriter();
    try {
      AnalysisOutput.write(bands, report.analysis());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return bands.toString();
  }

  private String counts(TranslationReport report) {
    TranslationReport.Counts counts = report.counts();
    return counts.filled()
        + " of "
        + CountedNoun.of(report.analysis().segments(), "sentence")
        + " into "
        + report.direction().target()
        + "; "
        + counts.proposed()
        + " with proposals only, "
        + counts.empty()
        + " without a proposal"
        + (dryRun ? "; nothing was written" : "");
  }
}
