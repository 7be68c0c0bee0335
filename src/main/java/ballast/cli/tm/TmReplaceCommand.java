package ballast.cli.tm;

import ballast.bitext.Side;
import ballast.cli.option.EditOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.memory.EditSummary;
import ballast.memory.ReplacedText;
import ballast.memory.Replacement;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast tm replace}: find and replace. */
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
          "PATTERN is a regular expression as Java has them; in REPLACEMENT $1 is its first "
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

  private final List<String> leftAlone = new ArrayList<>();
  private int places;

  TmReplaceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UnitFilter units = edit.filter.filter();
    Side side = edit.filter.side == null ? Side.TARGET : edit.filter.side;
    Replacement how =
        regex
            ? Replacement.ofRegex(pattern, replacement, ignoreCase, side)
            : Replacement.ofText(pattern, replacement, ignoreCase, side);
    EditSummary summary =
        edit.run(
            console,
            (care, origin, report) -> {
              EditSummary done =
                  care.replace(
                      units,
                      how,
                      keepStatus,
                      origin,
                      (unit, replaced) -> {
                        count(unit, replaced);
                        report.replaced(unit, side, replaced);
                      });
              report.summary(done);
              return done;
            });
    leftAlone.forEach(message -> edit.common.warn(console, message));
    return say(summary);
  }

  private void count(UnitEdit unit, ReplacedText replaced) {
    String id = "unit " + unit.before().id();
    if (replaced.isRefused()) {
      leftAlone.add(id + " was left alone: its text would be empty");
    } else {
      places += replaced.before().size();
    }
    if (replaced.acrossCodes() > 0) {
      leftAlone.add(
          id
              + ": "
              + EditMessages.count(replaced.acrossCodes(), "match").replace("matchs", "matches")
              + " left alone: an inline code stands inside");
    }
  }

  private int say(EditSummary summary) {
    if (summary.changed() == 0) {
      edit.common.say(
          console,
          leftAlone.isEmpty()
              ? "\"" + pattern + "\" was not found in " + EditMessages.units(summary.matched())
              : "nothing was replaced");
      return ExitCode.FINDINGS;
    }
    edit.common.say(
        console,
        (edit.dryRun ? "would have replaced " : "replaced ")
            + EditMessages.count(places, "place")
            + " in "
            + EditMessages.units(summary.changed())
            + EditMessages.ofDocuments(summary.documents())
            + (summary.backToDraft() == 0
                ? ""
                : "; " + summary.backToDraft() + " approved or rejected before, draft again")
            + (edit.dryRun ? "; nothing was written" : ""));
    return ExitCode.OK;
  }
}
