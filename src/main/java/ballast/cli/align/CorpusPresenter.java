package ballast.cli.align;

import ballast.bitext.CountedNoun;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.FailureReport;
import ballast.report.page.Style;
import ballast.workflow.Notices;
import ballast.workflow.corpus.CorpusTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The messages of {@code ballast align --engine} when the job has ended.
 *
 * @param console its errors are shown even with {@code -q}
 * @param style of errors
 * @param notices takes everything else
 * @param out the folder of the corpus, as the user gave it
 */
record CorpusPresenter(Console console, Style style, Notices notices, String out) {

  /** Says what became of the list, and gives the exit status. */
  int conclude(CorpusTotals totals) {
    List<String> parts = new ArrayList<>();
    add(parts, totals.aligned(), "aligned");
    add(parts, totals.before(), "already aligned");
    add(parts, totals.failed(), "failed");
    add(parts, totals.unrelated(), "not translations of each other");
    notices.say("total    " + count(totals.documents(), "pair") + ": " + String.join(", ", parts));
    if (totals.aligned() > 0) {
      notices.say("wrote    " + out + "/aligned: " + count(totals.aligned(), "document"));
    }
    if (totals.unlisted() > 0) {
      notices.say(
          "kept     "
              + count(totals.unlisted(), "document")
              + " that the corpus has and the list does not name");
    }
    sayRejected(totals);
    if (totals.bugs() > 0) {
      return ExitCode.BUG;
    }
    return totals.failed() > 0
        ? ExitCode.FAILED
        : totals.unrelated() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /** As for a list without Spark, what failed is an error; texts that are unrelated are none. */
  private void sayRejected(CorpusTotals totals) {
    String said =
        count(totals.failed() + totals.unrelated(), "document")
            + " rejected; "
            + out
            + "/rejects/tsv says why"
            + (totals.bugs() > 0
                ? "; " + totals.bugs() + " by an internal error in Ballast: please report it"
                : "");
    if (totals.failed() > 0) {
      FailureReport.print(console, style, said, "");
    } else if (totals.unrelated() > 0) {
      notices.warn(said);
    }
  }

  private static void add(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s", number, what));
    }
  }

  private static String count(long number, String noun) {
    return CountedNoun.of(number, noun);
  }
}
