package ballast.cli.diff;

import ballast.cli.option.GroupCommand;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "review",
    description = "Gives a document to a reviewer as a table, and takes the answers back.",
    footer = {
      "",
      "Examples:",
      "  ballast review export tm/articles/ballast-stone -o review.xlsx",
      "  ballast review import review.xlsx --dry-run"
    })
public final class ReviewCommand extends GroupCommand {

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new ReviewCommand())
        .addSubcommand(new ReviewExportCommand(console))
        .addSubcommand(new ReviewImportCommand(console))
        .addSubcommand(new ReviewShowCommand(console));
  }
}
