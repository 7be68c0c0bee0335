package ballast.cli.tm;

import ballast.app.revisions.ShownUnits;
import ballast.cli.option.MemoryCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = {
      "Shows a unit: its texts, what is known of them, its notes and comments.",
      "tm history UNIT shows how it became what it is."
    },
    footer = {"", "Examples:", "  ballast tm show ac336a0bbf97", "  ballast tm show ac33 --json"})
final class TmShowCommand extends MemoryCommand {

  @Parameters(
      paramLabel = "UNIT",
      arity = "1..*",
      description = "Ids of units, or their beginnings.")
  List<String> units = List.of();

  @Override
  public Integer call() {
    List<String> ids = unitIds(units);
    ShownUnits shown = ask(memory -> ShownUnits.of(memory, ids));
    print(shown::writeJson, out -> shown.writeText(out, style()));
    return ExitCode.OK;
  }
}
