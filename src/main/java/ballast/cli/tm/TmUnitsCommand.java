package ballast.cli.tm;

import ballast.cli.option.EditOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.EditMessages;
import ballast.cli.terminal.ExitCode;
import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ballast tm approve}, {@code reject}, {@code delete} and {@code restore}. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
final class TmUnitsCommand implements Callable<Integer> {

  private final Console console;
  private final UnitAction deed;

  @Mixin EditOptions edit = new EditOptions();

  @Parameters(paramLabel = "UNIT", arity = "0..*", description = "Unit ids.")
  List<String> units = List.of();

  @Option(names = "--all", description = "Every unit of the memory.")
  boolean all;

  private TmUnitsCommand(Console console, UnitAction deed) {
    this.console = console;
    this.deed = deed;
  }

  /** The command for a deed. */
  static CommandLine commandLine(Console console, UnitAction deed) {
    CommandLine line = new CommandLine(new TmUnitsCommand(console, deed));
    line.setCommandName(deed.verb());
    line.getCommandSpec()
        .usageMessage()
        .description(deed.description())
        .footer(
            Stream.concat(
                    Stream.of("", deed.examples().size() == 1 ? "Example:" : "Examples:"),
                    deed.examples().stream().map(example -> "  " + example))
                .toArray(String[]::new));
    return line;
  }

  @Override
  public Integer call() {
    UnitFilter wanted = filter();
    EditSummary summary =
        edit.run(
            console,
            (care, origin, report) -> {
              EditSummary done = deed.run(care, wanted, origin, report::edited);
              report.summary(done);
              return done;
            });
    if (summary.matched() == 0) {
      edit.common.say(console, "no unit meets the conditions");
      return ExitCode.FINDINGS;
    }
    edit.common.say(console, message(summary));
    return ExitCode.OK;
  }

  /** The units that are meant; all of them only when that is said. */
  private UnitFilter filter() {
    boolean named = !units.isEmpty() || edit.filter.isGiven();
    if (!named && !all) {
      throw new ParameterException(
          edit.command.commandLine(),
          "say which units: ids, conditions such as --document NAME, or --all for every unit");
    }
    if (named && all) {
      throw new ParameterException(
          edit.command.commandLine(),
          "--all means every unit: leave it out, or the other conditions");
    }
    return edit.filter.filter().named(Set.copyOf(units));
  }

  private String message(EditSummary summary) {
    int same = summary.matched() - summary.changed();
    return (edit.dryRun ? "would have " : "")
        + deed.done()
        + " "
        + EditMessages.units(summary.changed())
        + EditMessages.ofDocuments(summary.documents())
        + (same == 0
            ? ""
            : "; " + same + (same == 1 ? " was " : " were ") + deed.done() + " already")
        + (edit.dryRun ? "; nothing was written" : "");
  }
}
