package ballast.cli.tm;

import ballast.app.align.UnitMoves;
import ballast.app.units.MovedUnits;
import ballast.bitext.CountedNoun;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions.MoveOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class TmJoinCommand implements Callable<Integer> {

  private final Console console;

  @Mixin MoveOptions move = new MoveOptions();

  @Parameters(
      paramLabel = "UNIT UNIT",
      arity = "1..*",
      description = "Ids of units of one document, with no other unit between them.")
  List<String> units = List.of();

  TmJoinCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    MovedUnits moved =
        new UnitMoves(move.workplace(console), move.notices(console), move.memory(console))
            .join(units, move.isDryRun());
    move.report(console, moved, "joined " + CountedNoun.of(moved.before().size(), "unit"));
    return ExitCode.OK;
  }
}
