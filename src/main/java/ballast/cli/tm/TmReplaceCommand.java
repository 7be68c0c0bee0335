package ballast.cli.tm;

import ballast.app.Notices;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.units.CommandHistory.CommandText;
import ballast.app.units.EditedMemory.EditScope;
import ballast.app.units.TextReplacement;
import ballast.app.units.TextReplacement.LeftAlone;
import ballast.bitext.CountedNoun;
import ballast.bitext.Side;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replace",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Replaces PATTERN in the translations, or with --in source in the sources.",
      "--dry-run shows each place: [-old-]{+new+}. Inline codes keep their places; a "
          + "match with a code inside and a text that would become empty are left alone and "
          + "named. Units whose text changes are drafts again. Exit status 1: PATTERN was not "
          + "found."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm replace \"ballast stone\" keystone --dry-run",
      "  ballast tm replace --regex \"(\\d+) percent\" \"$1%%\" --document"
          + " tm/articles/ballast-stone"
    })
@MainOptions({"--dry-run", "--print", "--regex", "--in", "--document"})
final class TmReplaceCommand implements Callable<Integer> {

  private final Console console;

  @Mixin EditOptions edit = new EditOptions();

  @Parameters(index = "0", paramLabel = "PATTERN", description = "What to look for.")
  String pattern = "";

  @Parameters(index = "1", paramLabel = "REPLACEMENT", description = "What takes its place.")
  String replacement = "";

  @Option(
      names = "--regex",
      description =
          "PATTERN is a Java regular expression; in REPLACEMENT $1 is its first "
              + "group, and \\$ a dollar sign.")
  boolean regex;

  @Option(
      names = {"-i", "--ignore-case"},
      description = "Upper and lower case do not matter.")
  boolean ignoreCase;

  @Option(
      names = "--keep-status",
      description = "Approved units stay approved, rejected ones rejected.")
  boolean keepStatus;

  TmReplaceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    EditScope scope = edit.scope(console);
    Side side = edit.filter().sides() == SearchSide.SOURCE ? Side.SOURCE : Side.TARGET;
    Replacement how =
        regex
            ? Replacement.ofRegex(pattern, replacement, ignoreCase, side)
            : Replacement.ofText(pattern, replacement, ignoreCase, side);
    TextReplacement.Request request = new TextReplacement.Request(scope, how, keepStatus);
    TextReplacement.Result result =
        edit.printing(
            console,
            report -> {
              TextReplacement.Result replaced =
                  new TextReplacement(console.workplace(), edit.notices(console))
                      .run(request, (unit, text) -> report.replaced(unit, side, text));
              report.summary(replaced.summary());
              return replaced;
            });
    Notices notices = edit.notices(console);
    result.leftAlone().forEach(unit -> warn(notices, unit));
    notices.say(message(result));
    return result.summary().changed() == 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private static void warn(Notices notices, LeftAlone unit) {
    String id = "unit " + unit.unit();
    if (unit.wouldBeEmpty()) {
      notices.warn(id + " was left alone: its text would be empty");
    }
    if (unit.acrossCodes() > 0) {
      String matches = CountedNoun.of(unit.acrossCodes(), "match", "matches");
      notices.warn(id + ": " + matches + " left alone: an inline code stands inside");
    }
  }

  private String message(TextReplacement.Result result) {
    EditSummary summary = result.summary();
    if (summary.changed() == 0) {
      return result.leftAlone().isEmpty()
          ? "\"" + pattern + "\" was not found in " + CountedNoun.of(summary.matched(), "unit")
          : "nothing was replaced";
    }
    return (edit.isDryRun() ? "would have replaced " : "replaced ")
        + CountedNoun.of(result.places(), "place")
        + " in "
        + CountedNoun.of(summary.changed(), "unit")
        + CommandText.ofDocuments(summary.documents())
        + (summary.backToDraft() == 0
            ? ""
            : "; " + summary.backToDraft() + " approved or rejected before, draft again")
        + (edit.isDryRun() ? "; nothing was written" : "");
  }
}
