package ballast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ballast tm}: the commands on the memory. */
@Command(
    name = "tm",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Looks into the translation memory and takes care of it.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ballast tm list",
      "  ballast tm search 冷战的选择",
      "  ballast tm approve --document tm/articles/ballast-stone --min-confidence 0.9",
      "  ballast tm history"
    })
final class TmCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  static CommandLine commandLine(Console console) {
    return new CommandLine(new TmCommand())
        .addSubcommand(new TmListCommand(console))
        .addSubcommand(new TmStatsCommand(console))
        .addSubcommand(new TmSearchCommand(console))
        .addSubcommand(new TmConcordanceCommand(console))
        .addSubcommand(new TmHistoryCommand(console))
        .addSubcommand(new TmImportCommand(console))
        .addSubcommand(new TmExportCommand(console))
        .addSubcommand(TmUnitsCommand.commandLine(console, UnitDeed.APPROVE))
        .addSubcommand(TmUnitsCommand.commandLine(console, UnitDeed.REJECT))
        .addSubcommand(new TmReplaceCommand(console))
        .addSubcommand(new TmDedupeCommand(console))
        .addSubcommand(TmUnitsCommand.commandLine(console, UnitDeed.DELETE))
        .addSubcommand(TmUnitsCommand.commandLine(console, UnitDeed.RESTORE))
        .addSubcommand(new TmUndoCommand(console))
        .addSubcommand(new TmCompactCommand(console))
        .addSubcommand(new TmVerifyCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with the memory");
  }
}
