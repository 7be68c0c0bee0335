package ballast.cli.tm;

import ballast.app.align.UnitMoves;
import ballast.app.units.MovedUnits;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "split",
    description = {
      "Makes two units of one, between sentences or inside one.",
      "Say where the second half begins: give its first words on each side. A side that is not"
          + " given stays whole in the first half. The files of the document must be as they were"
          + " when it was aligned; they stay as they are. Aligning the document again keeps the"
          + " halves; tm undo takes it back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm split c3db09adf970 --source 他说 --target \"he says\" --dry-run",
      "  ballast tm split c3db09adf970 --source 他说 --target \"he says\""
    })
@MainOptions({"--source", "--target", "--dry-run", "--print"})
final class TmSplitCommand extends EditCommand {

  @Parameters(paramLabel = "UNIT", description = "Id of the unit, or its beginning.")
  String unit = "";

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "The first words of the source of the second half.")
  String source = "";

  @Option(
      names = "--target",
      paramLabel = "TEXT",
      description = "The first words of the translation of the second half.")
  String target = "";

  @Override
  public Integer call() {
    unit = unitId(unit);
    refuse(
        source.isBlank() && target.isBlank(),
        "where? Give the first words of the second half: --source, --target");
    MovedUnits moved =
        new UnitMoves(authorsWorkplace(), notices(), store())
            .split(unit, source.strip(), target.strip(), dryRun);
    reportMove(moved, "split unit " + unit);
    return ExitCode.OK;
  }
}
