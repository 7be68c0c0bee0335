package ballast.cli.tm;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.LeftAlone;
import ballast.app.units.MemoryText;
import ballast.bitext.CountedNoun;
import ballast.bitext.Side;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.option.FilterOptions;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replace",
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
final class TmReplaceCommand extends EditCommand {

  @Mixin FilterOptions filter = new FilterOptions();

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

  @Override
  public Integer call() {
    EditScope scope = scope(filter.filter());
    Side side = filter.sides() == SearchSide.SOURCE ? Side.SOURCE : Side.TARGET;
    Replacement how =
        regex
            ? Replacement.ofRegex(pattern, replacement, ignoreCase, side)
            : Replacement.ofText(pattern, replacement, ignoreCase, side);
    MemoryEdits edits = new MemoryEdits(console.workplace(), notices());
    MemoryEdits.Replaced result =
        reporting(
            MemoryEdits.Replaced::summary,
            report ->
                edits.replace(
                    scope, how, keepStatus, (unit, text) -> report.replaced(unit, side, text)));
    result.leftAlone().forEach(this::warnOf);
    sayResult(result);
    return result.summary().changed() == 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void warnOf(LeftAlone unit) {
    if (unit.wouldBeEmpty()) {
      warn("unit %s was left alone: its text would be empty", unit.unit());
    }
    if (unit.acrossCodes() > 0) {
      String matches = CountedNoun.of(unit.acrossCodes(), "match", "matches");
      warn("unit %s: %s left alone: an inline code stands inside", unit.unit(), matches);
    }
  }

  private void sayResult(MemoryEdits.Replaced result) {
    EditSummary summary = result.summary();
    if (summary.changed() > 0) {
      String drafts =
          summary.backToDraft() == 0
              ? ""
              : "; " + summary.backToDraft() + " approved or rejected before, draft again";
      say(
          "%s %s in %s%s%s%s",
          done("replaced"),
          CountedNoun.of(result.places(), "place"),
          CountedNoun.of(summary.changed(), "unit"),
          MemoryText.ofDocuments(summary.documents()),
          drafts,
          nothingWritten());
    } else if (result.leftAlone().isEmpty()) {
      String units = CountedNoun.of(summary.matched(), "unit");
      say("\"%s\" was not found in %s", pattern, units);
    } else {
      say("nothing was replaced");
    }
  }
}
