package ballast.cli.diff;

import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Gives a document to a reviewer as a table, and takes the answers back.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ballast review export tm/articles/ballast-stone -o review.xlsx",
      "  ballast review import review.xlsx --dry-run"
    })
public final class ReviewCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new ReviewCommand())
        .addSubcommand(new ReviewExportCommand(console))
        .addSubcommand(new ReviewImportCommand(console))
        .addSubcommand(new ReviewShowCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a subcommand of ballast review is missing: export, import or show");
  }
}
