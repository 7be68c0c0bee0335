package ballast.cli;

import ballast.memory.EditSummary;
import ballast.memory.UnitFilter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The units that a command acts on: named by id, or by conditions; all only when asked for. */
final class SelectionOptions {

  @Parameters(paramLabel = "UNIT", arity = "0..*", description = "Unit ids.")
  List<String> units = List.of();

  @Mixin FilterOptions filter = new FilterOptions();

  @Option(names = "--all", description = "Every unit of the memory.")
  boolean all;

  /**
   * The units that are meant.
   *
   * @throws ParameterException if nothing says which, or {@code --all} contradicts what does
   */
  UnitFilter filter(CommandSpec spec) {
    boolean named = !units.isEmpty() || filter.isGiven();
    if (!named && !all) {
      throw new ParameterException(
          spec.commandLine(),
          "say which units: ids, conditions such as --document NAME, or --all for every unit");
    }
    if (named && all) {
      throw new ParameterException(
          spec.commandLine(), "--all means every unit: leave it out, or the other conditions");
    }
    return filter.filter().named(Set.copyOf(units));
  }

  /** Says how many units were changed; exit status 1 when no unit is meant. */
  static int say(
      Console console, CommonOptions common, EditOptions edit, EditSummary summary, String done) {
    if (summary.matched() == 0) {
      common.say(console, "no unit meets the conditions");
      return ExitCode.FINDINGS;
    }
    StringBuilder message = new StringBuilder();
    message.append(edit.dryRun ? "would have " : "").append(done).append(' ');
    message.append(EditMessages.units(summary.changed()));
    message.append(EditMessages.ofDocuments(summary.documents()));
    int same = summary.matched() - summary.changed();
    if (same > 0) {
      message.append("; ").append(same).append(same == 1 ? " was " : " were ").append(done);
      message.append(" already");
    }
    common.say(console, message + (edit.dryRun ? "; nothing was written" : ""));
    return ExitCode.OK;
  }
}
