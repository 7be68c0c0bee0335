package ballast.cli.diff;

import ballast.app.project.GitInstallation;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "uninstall",
    description = "Removes what ballast git install has written; leaves everything else.",
    footer = {"", "Examples:", "  ballast git uninstall --help"})
final class GitUninstallCommand extends ConsoleCommand {

  @Override
  public Integer call() {
    boolean found = new GitInstallation(console.workplace()).uninstall();
    say(found ? "git is as it was" : "there was nothing to remove");
    return ExitCode.OK;
  }
}
