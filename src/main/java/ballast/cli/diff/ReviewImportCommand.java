package ballast.cli.diff;

import ballast.app.Notices;
import ballast.app.align.DocumentCorrection;
import ballast.app.page.Style;
import ballast.app.revisions.ReviewImport;
import ballast.app.revisions.ReviewOutput;
import ballast.app.units.EditText;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import ballast.revise.ReviewAnswers;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Takes a reviewed table or Word document back into the memory.",
      "yes in accept? approves a unit, no rejects it, a translation written over the new one"
          + " replaces it. Text in comment is a new comment; #3 TEXT replies to comment 3, #3"
          + " resolved resolves it. Rows may be sorted, left out or"
          + " repeated. A row that no longer fits its unit is named and not taken; the others are.",
      "A DOCX is the translation itself. Its tracked changes, accepted, and other edits become"
          + " drafts in their authors' names; Word's comments become comments of their sentences."
          + " What is in no sentence of the memory is named.",
      "tm undo undoes all of it. Exit status 1: something was not taken."
    },
    footer = {
      "",
      "Examples:",
      "  ballast review import review.xlsx --dry-run",
      "  ballast review import review.xlsx --by Wang --strict",
      "  ballast review import guide.en.docx --apply"
    })
@MainOptions({"--dry-run", "--apply", "--strict", "--by", "--json", "--tm"})
final class ReviewImportCommand extends EditCommand {

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.Tables.class,
      description = "The table (XLSX, CSV), or the translated document (DOCX).")
  String file = "";

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description =
          "The article of a DOCX in the memory. Default: the one with the most of its sentences.")
  String document = "";

  @Option(
      names = "--apply",
      description = "Then write the answers into the translated file, as ballast apply does.",
      order = LAST - 1)
  boolean apply;

  @Option(
      names = "--strict",
      description = "Take nothing if a row cannot be taken.",
      order = LAST - 1)
  boolean strict;

  @Override
  public Integer call() {
    Style style = style();
    boolean shows = !json && (print || dryRun);
    Notices notices = notices();
    MemoryStore store = store();
    ReviewImport.Request request =
        new ReviewImport.Request(
            store,
            file,
            document,
            author.origin(console, notices, dryRun ? null : store, CommandNote.of(spec)),
            author.isGiven(),
            strict,
            dryRun);
    ReviewImport.Result result =
        new ReviewImport(console.workplace(), notices)
            .take(
                request,
                edit -> {
                  if (shows) {
                    print(out -> new EditText(out, style).edited(edit));
                  }
                });
    if (shows) {
      print(out -> ReviewOutput.writeRemarks(out, style(), result.remarks()));
    }
    if (json) {
      print(out -> ReviewOutput.writeJson(out, result, dryRun));
    }
    say(result);
    boolean isWritten = offer(result, store);
    return result.problems().isEmpty() && isWritten ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /**
   * Writes the answers into the translated files, or says how.
   *
   * @return whether nothing was skipped
   */
  private boolean offer(ReviewImport.Result result, MemoryStore store) {
    DocumentCorrection correction = new DocumentCorrection(console.workplace());
    boolean isWritten = true;
    for (String name : dryRun ? Set.<String>of() : result.documents()) {
      Optional<String> target = correction.file(store, name).filter(correction::isWritable);
      if (target.isEmpty() || target.get().equals(file)) {
        continue;
      }
      if (!apply) {
        say("`ballast apply \"%s\"` writes the answers into the document", target.get());
        continue;
      }
      DocumentCorrection.Result made =
          correction.correct(DocumentCorrection.Request.of(store, target.get()));
      isWritten &= made.skipped().isEmpty();
      String copy = made.isChanged() ? correction.replace(made) : "";
      String kept = copy.isEmpty() ? "" : ", kept the old one as " + copy;
      String skipped = made.skipped().isEmpty() ? "" : ", skipped " + made.skipped().size();
      String count = CountedNoun.of(made.applied().size(), "translation");
      say("applied %s to %s%s%s", count, target.get(), skipped, kept);
    }
    return isWritten;
  }

  private void say(ReviewImport.Result result) {
    for (ReviewAnswers.Problem problem : result.problems()) {
      warn(
          "%s%s%s, not taken: %s",
          file,
          problem.row() == 0 ? "" : ", " + result.noun() + " " + problem.row(),
          problem.unit().isEmpty() ? "" : " (unit " + problem.unit() + ")",
          problem.reason().replaceAll("\\p{Cntrl}", " "));
    }
    say(ReviewOutput.inWords(result) + (dryRun ? "; nothing was written" : ""));
  }
}
