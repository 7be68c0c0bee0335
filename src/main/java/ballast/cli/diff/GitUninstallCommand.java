package ballast.cli.diff;

import ballast.app.project.GitInstallation;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "uninstall",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Removes what ballast git install has written; leaves everything else.",
    footer = {"", "Examples:", "  ballast git uninstall --help"})
final class GitUninstallCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  GitUninstallCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean found = new GitInstallation(console.workplace()).uninstall();
    common.say(console, found ? "git is as it was" : "there was nothing to remove");
    return ExitCode.OK;
  }
}
