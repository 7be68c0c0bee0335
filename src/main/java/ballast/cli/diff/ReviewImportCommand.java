package ballast.cli.diff;

import ballast.app.Notices;
import ballast.app.page.Style;
import ballast.app.revisions.ReviewImport;
import ballast.app.revisions.ReviewOutput;
import ballast.app.units.EditText;
import ballast.cli.option.AuthorOption;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Takes a table that a reviewer has filled in back into the memory.",
      "yes in accept? approves a unit, no rejects it, a translation written over the new one"
          + " replaces it, a comment is kept in the history. Rows may be sorted, left out or"
          + " repeated. A row that no longer fits its unit is named and not taken; the others are."
          + " tm undo takes all of it back. Exit status 1: a row was not taken."
    },
    footer = {
      "",
      "Examples:",
      "  ballast review import review.xlsx --dry-run",
      "  ballast review import review.xlsx --by Wang --strict"
    })
final class ReviewImportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = FileNames.Tables.class,
      description = "The table, .xlsx or CSV.")
  String file = "";

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be done, write nothing.")
  boolean dryRun;

  @Option(names = "--strict", description = "Take nothing if a row cannot be taken.")
  boolean strict;

  @Option(
      names = {"-p", "--print"},
      description = "Print every unit that changes; --dry-run does, too.")
  boolean print;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec command;

  ReviewImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Style style = common.style(console);
    boolean shows = !json && (print || dryRun);
    Notices notices = common.notices(console);
    MemoryStore store = memory.store(console);
    ReviewImport.Request request =
        new ReviewImport.Request(
            store,
            file,
            author.origin(console, notices, dryRun ? null : store, CommandNote.of(command)),
            strict,
            dryRun);
    ReviewImport.Result result =
        new ReviewImport(console.workplace(), notices)
            .take(
                request,
                edit -> {
                  if (shows) {
                    OutputOptions.print(console, out -> new EditText(out, style).edited(edit));
                  }
                });
    if (json) {
      OutputOptions.print(console, out -> ReviewOutput.writeJson(out, result, dryRun));
    }
    return say(result);
  }

  private int say(ReviewImport.Result result) {
    result
        .problems()
        .forEach(
            problem ->
                common.warn(
                    console,
                    file
                        + ", row "
                        + problem.row()
                        + (problem.unit().isEmpty() ? "" : " (unit " + problem.unit() + ")")
                        + ", not taken: "
                        + problem.reason().replaceAll("\\p{Cntrl}", " ")));
    common.say(console, ReviewOutput.inWords(result) + (dryRun ? "; nothing was written" : ""));
    return result.problems().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
