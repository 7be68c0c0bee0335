package ballast.cli.diff;

import ballast.app.project.GitInstallation;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "install",
    description = {
      "Sets up the current git repository: git diff shows the units of TMX files and memories and"
          + " the sentences of documents (docx, odt, pptx, xlsx), git merge merges TMX unit by unit"
          + " and marks what two people changed differently, git difftool -t ballast compares"
          + " translations.",
      "Writes into .git only; ballast git uninstall removes it."
    },
    footer = {"", "Examples:", "  ballast git install --external-diff --help"})
final class GitInstallCommand extends ConsoleCommand {

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      defaultValue = "ballast",
      description = "The command with which git calls Ballast. Default: ${DEFAULT-VALUE}.")
  String command = "ballast";

  @Option(
      names = "--external-diff",
      description =
          "Also make plain git diff show these files as ballast diff does, not as a"
              + " patch; git diff --no-ext-diff shows the patch.")
  boolean externalDiff;

  @Override
  public Integer call() {
    new GitInstallation(console.workplace()).install(command, externalDiff);
    say("git merges *.tmx, and compares *.tmx, *.db and documents, with \"%s\"", command);
    return ExitCode.OK;
  }
}
