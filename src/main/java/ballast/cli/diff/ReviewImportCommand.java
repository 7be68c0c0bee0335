package ballast.cli.diff;

import ballast.app.Notices;
import ballast.app.page.Style;
import ballast.app.revisions.ReviewImport;
import ballast.app.revisions.ReviewOutput;
import ballast.app.units.EditText;
import ballast.cli.option.EditCommand;
import ballast.cli.option.FileNames;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import ballast.revise.ReviewAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Takes a table that a reviewer has filled in back into the memory.",
      "yes in accept? approves a unit, no rejects it, a translation written over the new one"
          + " replaces it. Text in comment is a new comment; #3 TEXT replies to comment 3, #3"
          + " resolved resolves it. Rows may be sorted, left out or"
          + " repeated. A row that no longer fits its unit is named and not taken; the others are."
          + " tm undo undoes all of it. Exit status 1: a row was not taken."
    },
    footer = {
      "",
      "Examples:",
      "  ballast review import review.xlsx --dry-run",
      "  ballast review import review.xlsx --by Wang --strict"
    })
final class ReviewImportCommand extends EditCommand {

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.Tables.class,
      description = "The table, .xlsx or CSV.")
  String file = "";

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
            author.origin(console, notices, dryRun ? null : store, CommandNote.of(spec)),
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
      print(out -> ReviewOutput.writeRemarks(out, result.remarks()));
    }
    if (json) {
      print(out -> ReviewOutput.writeJson(out, result, dryRun));
    }
    return say(result);
  }

  private int say(ReviewImport.Result result) {
    for (ReviewAnswers.Problem problem : result.problems()) {
      warn(
          "%s, row %d%s, not taken: %s",
          file,
          problem.row(),
          problem.unit().isEmpty() ? "" : " (unit " + problem.unit() + ")",
          problem.reason().replaceAll("\\p{Cntrl}", " "));
    }
    say(ReviewOutput.inWords(result) + (dryRun ? "; nothing was written" : ""));
    return result.problems().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
