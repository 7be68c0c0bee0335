package ballast.cli.glossary;

import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "glossary",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Searches, checks and mines glossaries; imports and exports them.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ballast glossary search 压舱石",
      "  ballast glossary import terms.tbx --dry-run",
      "  ballast glossary export --format deepl"
    })
public final class GlossaryCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new GlossaryCommand())
        .addSubcommand(new GlossarySearchCommand(console))
        .addSubcommand(new GlossaryImportCommand(console))
        .addSubcommand(new GlossaryExportCommand(console))
        .addSubcommand(new GlossaryLintCommand(console))
        .addSubcommand(new GlossaryStatsCommand(console))
        .addSubcommand(new GlossaryMineCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand of ballast glossary is missing");
  }
}
