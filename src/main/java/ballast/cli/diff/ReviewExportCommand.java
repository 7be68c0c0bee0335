package ballast.cli.diff;

import ballast.app.page.Form;
import ballast.app.revisions.ReviewExport;
import ballast.app.revisions.ReviewOutput;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputCommand;
import ballast.cli.option.OutputOptions.Forms;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.Memory;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Writes what has changed in a document for a reviewer: a table or a page.",
      "One row per sentence: source, old, new, change, and room for a comment and an"
          + " answer. ballast review import takes the table back. .html is a page to print or to"
          + " answer in a browser, which saves such a table. The document as it is in the memory is"
          + " compared with the revision before its last; a document with a single revision is"
          + " written whole, without old and change."
    },
    footer = {
      "",
      "Examples:",
      "  ballast review export tm/articles/ballast-stone -o changes.xlsx --json",
      "  ballast review export tm/articles/ballast-stone --since 1 --all -o review.html"
    })
@MainOptions({"--output", "--since", "--all", "--format", "--json", "--tm"})
final class ReviewExportCommand extends OutputCommand {

  static final class Offered extends Forms {
    Offered() {
      super(Form.XLSX, Form.CSV, Form.HTML);
    }
  }

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Parameters(paramLabel = "DOCUMENT", description = "A document with the name that tm list shows.")
  String document = "";

  @Option(
      names = "--since",
      paramLabel = "REV",
      description = "Compare with this revision; 1 is the first.")
  @Nullable Integer since;

  @Option(
      names = {"-a", "--all"},
      description = "Also the sentences that have not changed.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Offered.class,
      completionCandidates = Offered.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: by the extension of FILE, else csv.")
  @Nullable Form format;

  @Override
  public Integer call() {
    summary.check(output);
    Form form = form();
    output.isPage(form == Form.HTML);
    output.check(console);
    ReviewExport.Result review = review();
    output.write(console, stream -> ReviewOutput.write(review, stream, form));
    ReviewOutput.leftOut(review, form)
        .forEach(line -> warn("left out unit %s: %s", line.unit().id(), ReviewExport.TOO_LONG));
    summary.report(
        console,
        json -> ReviewOutput.writeExportJson(json, document, output.file(), form, review),
        () ->
            report(CountedNoun.of(ReviewOutput.fitting(review, form).size(), "sentence"), review));
    return ExitCode.OK;
  }

  private void report(String sentences, ReviewExport.Result review) {
    say("%s to review", sentences);
    if (!review.notCompared().isEmpty()) {
      say(review.notCompared());
    }
  }

  private ReviewExport.Result review() {
    OptionalInt from = since == null ? OptionalInt.empty() : OptionalInt.of(since);
    try (Memory tm = memory.openForReading(console)) {
      return new ReviewExport().export(new ReviewExport.Request(tm, document, from, all));
    }
  }

  private Form form() {
    Form form = format;
    if (form == null) {
      form = output.isStandardOutput() ? Form.CSV : new Offered().ofExtension(output.extension());
    }
    if (form == Form.XLSX) {
      output.requireFile("a workbook");
    }
    return form;
  }
}
