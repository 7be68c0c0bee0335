package ballast.cli.align;

import ballast.app.align.ChangedTranslations.Change;
import ballast.app.align.ChangedTranslations.Unplaced;
import ballast.app.align.DocumentCorrection;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.SummaryOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.revise.Edit;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "apply",
    description = {
      "Writes translations that were changed in the memory into their translated document.",
      "DOCUMENT was aligned with its source before. Translations that were edited since, accepted"
          + " from a review or corrected replace the old ones in it; formatting, links and notes"
          + " stay. The old document is kept next to it. Changes without a place, for example in a"
          + " sentence that was changed in the document too, are listed and skipped (exit status"
          + " 1)."
    },
    footer = {
      "",
      "Examples:",
      "  ballast apply guide.en.docx --dry-run",
      "  ballast apply tm/articles/ballast-stone.en.txt",
      "  ballast apply guide.en.docx --tracked -o revised.en.docx"
    })
@MainOptions({"--output", "--tracked", "--dry-run", "--json"})
public final class ApplyCommand extends ConsoleCommand {

  private static final int SHOWN = 60;

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin SummaryOption summary = new SummaryOption();

  @Parameters(
      paramLabel = "DOCUMENT",
      completionCandidates = FileNames.class,
      description =
          "The translation: DOCX, PPTX, XLSX, ODT, EPUB, HTML, MD, SRT, VTT, PO, TXT, IDML; or a"
              + " file of units that was imported: TMX, XLIFF, TSV.")
  String file = "";

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description =
          "Its article in the memory. Default: the one that was aligned from DOCUMENT last.")
  String document = "";

  @Option(
      names = "--tracked",
      description =
          "DOCX: write the changes as Word's revisions, with author and date, to be accepted or"
              + " rejected there, and the open comments as Word's.")
  boolean tracked;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Author of the revisions. Default: the author of each change in the memory.")
  String author = "";

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.",
      order = LAST - 1)
  boolean dryRun;

  @Override
  public Integer call() {
    if (output.isGiven()) {
      output.requireFile("a document");
      output.isPage(true);
      output.check(console);
    }
    refuse(!author.isEmpty() && !tracked, "--author is the author of revisions: add --tracked");
    DocumentCorrection correction = new DocumentCorrection(console.workplace());
    DocumentCorrection.Result result =
        correction.correct(
            new DocumentCorrection.Request(memory.store(console), file, document, tracked, author));
    boolean inPlace = !output.isGiven() && result.isChanged() && !dryRun;
    String copy = inPlace ? correction.replace(result) : "";
    if (output.isGiven() && !dryRun) {
      output.write(console, out -> out.write(result.bytes()));
    }
    String written = dryRun ? "" : output.isGiven() ? output.file() : inPlace ? file : "";
    summary.report(
        console, json -> result.writeJson(json, written, copy), () -> say(result, written, copy));
    return result.skipped().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private void say(DocumentCorrection.Result result, String written, String copy) {
    for (Change one : result.applied()) {
      say("  %s: %s", one.where(), words(one.words()));
    }
    for (Unplaced one : result.skipped()) {
      say("  %s: skipped: %s: %s", one.where(), one.reason(), shown(one.unit().target()));
    }
    String comments =
        result.comments() == 0 ? "" : " and " + CountedNoun.of(result.comments(), "comment");
    String skipped = result.skipped().isEmpty() ? "" : ", skipped " + result.skipped().size();
    if (!result.isChanged() && skipped.isEmpty()) {
      say("nothing to apply: %s has the translations of the memory", file);
    } else {
      String action = dryRun ? "would apply" : "applied ";
      String count = CountedNoun.of(result.applied().size(), "translation");
      say("%s %s%s to %s%s", action, count, comments, file, skipped);
    }
    if (!skipped.isEmpty() && !result.document().isEmpty()) {
      say("try:     correct the skipped ones in the document; the next align takes its text");
    }
    if (!copy.isEmpty()) {
      say("kept     %s: the old document", copy);
    }
    if (!written.isEmpty()) {
      say("wrote    %s", written);
    }
  }

  private static String words(List<Edit> edits) {
    return edits.stream()
        .map(
            edit ->
                edit.oldText().isBlank()
                    ? "+ " + shown(edit.newText())
                    : edit.newText().isBlank()
                        ? "- " + shown(edit.oldText())
                        : shown(edit.oldText()) + " -> " + shown(edit.newText()))
        .collect(Collectors.joining(", "));
  }

  private static String shown(String text) {
    return '"' + Excerpt.of(text.strip(), SHOWN) + '"';
  }
}
