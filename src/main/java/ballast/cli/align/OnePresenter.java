package ballast.cli.align;

import ballast.bitext.Unit;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.report.alignment.BatchReport;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.ArticleAligner;
import ballast.workflow.align.ArticleAlignment;
import ballast.workflow.align.Collected;
import ballast.workflow.align.Outcome;
import ballast.workflow.align.RecordedUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages for one article, all at once; its pairs are printed after it was recorded. */
final class OnePresenter implements AlignmentPresenter {

  private final Console console;
  private final AlignmentMessages messages;
  private final AlignmentOutput form;
  private final Collected collected;
  private final @Nullable AlignmentSink printer;

  /**
   * @param form the requested output
   * @param collected receives the article
   * @param printer writes to standard output; null if nothing is printed
   */
  /** Whether the article has been aligned, so that its sentences without a partner are named. */
  private boolean named;

  OnePresenter(
      Console console,
      AlignmentMessages messages,
      AlignmentOutput form,
      Collected collected,
      @Nullable AlignmentSink printer) {
    this.console = console;
    this.messages = messages;
    this.form = form;
    this.collected = collected;
    this.printer = printer;
  }

  @Override
  public void aligned(ArticleAligner.Aligned aligned) {
    messages.unrelated(aligned.text());
    messages.aligned(aligned);
    named = true;
  }

  @Override
  public void done(Outcome outcome) {
    if (outcome instanceof Outcome.Recorded recorded) {
      messages.recorded(recorded.summary());
    } else if (outcome instanceof Outcome.Finished finished) {
      messages.finished(finished);
      if (!named && BatchReport.hasOneSided(finished)) {
        messages.say(BatchReport.REVIEW);
      }
    }
  }

  @Override
  public int conclude(ArticleAlignment.Result result, WrittenArticles written) {
    if (result.documents() == 0) {
      messages.refused();
      return ExitCode.FINDINGS;
    }
    if (!written.file().isEmpty()) {
      messages.wrote(written.file() + ": " + written.content());
    }
    messages.dryRun();
    List<Unit> units = collected.units();
    if (printer != null) {
      for (AlignedText text : collected.texts()) {
        printer.add(text, units);
      }
      printer.finish(RecordedUnits.NONE);
      console.out().check();
    }
    messages.order(form);
    messages.leftOut(printer == null ? written.leftOut() : form.leftOut(units));
    return ExitCode.OK;
  }
}
