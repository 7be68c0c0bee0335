package ballast.cli.diff;

import ballast.cli.option.GroupCommand;
import picocli.CommandLine.Command;

@Command(
    name = "review",
    description = "Gives a document to a reviewer as a table, and takes the answers back.",
    subcommands = {ReviewExportCommand.class, ReviewImportCommand.class, ReviewShowCommand.class},
    footer = {
      "",
      "Examples:",
      "  ballast review export tm/articles/ballast-stone -o review.xlsx",
      "  ballast review import review.xlsx --dry-run"
    })
public final class ReviewCommand extends GroupCommand {}
