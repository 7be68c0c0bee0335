package ballast.cli.tm;

import ballast.app.align.UnitMoves;
import ballast.app.units.MovedUnits;
import ballast.bitext.CountedNoun;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.EditCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "join",
    description = {
      "Makes one unit of neighbouring units of a document.",
      "The files of the document must be as they were when it was aligned; they stay as they are."
          + " Aligning the document again keeps the units joined; tm undo takes it back."
    },
    footer = {
      "",
      "Examples:",
      "  ballast tm join fcd9030c8c37 27e094ac0feb --dry-run",
      "  ballast tm join fcd9030c8c37 27e094ac0feb"
    })
@MainOptions({"--dry-run", "--print"})
final class TmJoinCommand extends EditCommand {

  @Parameters(
      paramLabel = "UNIT UNIT",
      arity = "1..*",
      description = "Ids of units of one document, with no other unit between them.")
  List<String> units = List.of();

  @Override
  public Integer call() {
    MovedUnits moved =
        new UnitMoves(authorsWorkplace(), notices(), store()).join(unitIds(units), dryRun);
    reportMove(moved, "joined " + CountedNoun.of(moved.before().size(), "unit"));
    return ExitCode.OK;
  }
}
