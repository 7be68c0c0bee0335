package ballast.cli.align;

import ballast.bitext.CountedNoun;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.Trace;
import ballast.report.alignment.BatchReport;
import ballast.workflow.align.ArticleAligner;
import ballast.workflow.align.ArticleAlignment;
import ballast.workflow.align.Outcome;
import java.util.List;
import java.util.function.Function;

/** Messages for several articles: urgent ones at once, the rest in a report at the end. */
final class ManyPresenter implements AlignmentPresenter {

  private final AlignmentMessages messages;
  private final AlignmentOutput form;
  private final Function<BatchReport, String> table;
  private BatchReport report = new BatchReport(0);

  /**
   * @param form the requested output
   * @param table writes the report and returns its name; empty if none is wanted
   */
  ManyPresenter(
      AlignmentMessages messages, AlignmentOutput form, Function<BatchReport, String> table) {
    this.messages = messages;
    this.form = form;
    this.table = table;
  }

  @Override
  public void begins(int pairs) {
    report = new BatchReport(pairs);
  }

  @Override
  public void aligned(ArticleAligner.Aligned aligned) {
    messages.unrelated(aligned.text());
    if (messages.isVerbose()) {
      messages.aligned(aligned);
    } else {
      messages.warnings(aligned);
    }
  }

  @Override
  public void done(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      Outcome.Failed shown = withTrace(failed);
      messages.failed(shown.reason(), shown.hint());
      report.add(shown);
      return;
    }
    report.add(outcome);
  }

  /** Names the trace file of an internal error. */
  private static Outcome.Failed withTrace(Outcome.Failed failed) {
    Throwable mistake = failed.mistake();
    return mistake == null
        ? failed
        : failed.withReason(failed.reason() + "; " + Trace.save(mistake, failed.name()));
  }

  @Override
  public void ended() {
    report.print(messages.isVerbose(), form.review(), messages::say);
  }

  @Override
  public int conclude(ArticleAlignment.Result result, WrittenArticles written) {
    if (!report.all(Outcome.Unrelated.class).isEmpty()) {
      messages.refused();
    }
    messages.memory();
    if (!written.file().isEmpty()) {
      int documents = result.documents();
      if (documents == 0) {
        messages.say("nothing was written to " + written.file() + ": no pair was aligned");
      } else {
        messages.wrote(
            written.file()
                + ": "
                + written.content()
                + " of "
                + CountedNoun.of(documents, "document"));
      }
    }
    messages.order(form);
    messages.leftOut(written.leftOut());
    messages.dryRun();
    String name = table.apply(report);
    if (!name.isEmpty()) {
      messages.wrote(name + ": the report");
    }
    report.all(Outcome.Alone.class).forEach(messages::alone);
    return status();
  }

  /** The exit status of the worst outcome. */
  private int status() {
    List<Outcome.Failed> failed = report.all(Outcome.Failed.class);
    if (failed.isEmpty()) {
      boolean complete =
          report.all(Outcome.Unrelated.class).isEmpty()
              && report.all(Outcome.Alone.class).isEmpty();
      return complete ? ExitCode.OK : ExitCode.FINDINGS;
    }
    return failed.stream().anyMatch(one -> one.mistake() != null) ? ExitCode.BUG : ExitCode.FAILED;
  }
}
