package ballast.cli.tm;

import ballast.cli.option.EditOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.memory.Duplicates.Ignored;
import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ballast tm dedupe}: one unit for each pair of texts. */
@Command(
    name = "dedupe",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Deletes all but one of the units with the same source and translation.",
      "Runs of spaces and width of characters do not matter. Kept is an approved one "
          + "before drafts, then the last changed; it gets the highest confidence of all. "
          + "Rejected units are left alone. What is deleted is no longer exported with its "
          + "document; tm undo and tm restore bring it back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm dedupe --dry-run",
      "  ballast tm dedupe --ignore case,punctuation"
    })
final class TmDedupeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin EditOptions edit = new EditOptions();

  @Option(
      names = "--ignore",
      paramLabel = "WHAT",
      split = ",",
      description = "case, punctuation: what else does not make two texts different.")
  List<String> ignore = List.of();

  private int kept;

  TmDedupeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UnitFilter units = edit.filter.filter();
    Set<Ignored> ignored = ignored();
    EditSummary summary =
        edit.run(
            console,
            (care, origin, report) -> {
              EditSummary done =
                  care.dedupe(
                      units,
                      ignored,
                      origin,
                      group -> {
                        kept++;
                        report.merged(group);
                      });
              report.summary(done);
              return done;
            });
    edit.common.say(console, message(summary));
    return ExitCode.OK;
  }

  private String message(EditSummary summary) {
    if (kept == 0) {
      return "no duplicates among " + EditMessages.units(summary.matched());
    }
    return (edit.dryRun ? "would have deleted " : "deleted ")
        + EditMessages.count(summary.deleted(), "duplicate")
        + " of "
        + EditMessages.units(kept)
        + (edit.dryRun ? "; nothing was written" : "");
  }

  private Set<Ignored> ignored() {
    Set<Ignored> ignored = EnumSet.noneOf(Ignored.class);
    for (String what : ignore) {
      switch (what.strip().toLowerCase(Locale.ROOT)) {
        case "case" -> ignored.add(Ignored.CASE);
        case "punctuation" -> ignored.add(Ignored.PUNCTUATION);
        default ->
            throw new ParameterException(
                edit.command.commandLine(), "--ignore " + what + ": case or punctuation");
      }
    }
    return ignored;
  }
}
