package ballast.cli.tm;

import ballast.app.align.UnitMoves;
import ballast.app.units.MovedUnits;
import ballast.cli.option.CommonOptions.MainOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.EditOptions.MoveOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
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
final class TmSplitCommand implements Callable<Integer> {

  private final Console console;

  @Mixin MoveOptions move = new MoveOptions();

  @Parameters(paramLabel = "UNIT", description = "Id of the unit.")
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

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmSplitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (source.isBlank() && target.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "where? Give the first words of the second half: --source, --target");
    }
    MovedUnits moved =
        new UnitMoves(move.workplace(console), move.notices(console), move.memory(console))
            .split(unit, source.strip(), target.strip(), move.isDryRun());
    move.report(console, moved, "split unit " + unit);
    return ExitCode.OK;
  }
}
