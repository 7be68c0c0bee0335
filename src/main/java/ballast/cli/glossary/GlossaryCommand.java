package ballast.cli.glossary;

import ballast.cli.option.GroupCommand;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "glossary",
    description = "Searches, checks and mines glossaries; imports and exports them.",
    footer = {
      "",
      "Examples:",
      "  ballast glossary search 压舱石",
      "  ballast glossary import terms.tbx --dry-run",
      "  ballast glossary export --format deepl"
    })
public final class GlossaryCommand extends GroupCommand {

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new GlossaryCommand())
        .addSubcommand(new GlossarySearchCommand(console))
        .addSubcommand(new GlossaryImportCommand(console))
        .addSubcommand(new GlossaryExportCommand(console))
        .addSubcommand(new GlossaryLintCommand(console))
        .addSubcommand(new GlossaryStatsCommand(console))
        .addSubcommand(new GlossaryMineCommand(console));
  }
}
