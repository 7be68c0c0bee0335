package ballast.cli.glossary;

import ballast.cli.option.GroupCommand;
import picocli.CommandLine.Command;

@Command(
    name = "glossary",
    description = "Searches, edits, checks and mines glossaries; imports and exports them.",
    subcommands = {
      GlossarySearchCommand.class,
      GlossaryAddCommand.class,
      GlossaryEditCommand.class,
      GlossaryEditCommand.GlossaryRemoveCommand.class,
      GlossaryImportCommand.class,
      GlossaryExportCommand.class,
      GlossaryLintCommand.class,
      GlossaryStatsCommand.class,
      GlossaryMineCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ballast glossary search 压舱石",
      "  ballast glossary import terms.tbx --dry-run",
      "  ballast glossary export --format deepl"
    })
public final class GlossaryCommand extends GroupCommand {}
