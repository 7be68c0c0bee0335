package ballast.cli.diff;

import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "git",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Teaches git to compare and merge translations.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  ballast git textconv units.tmx"})
public final class GitCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new GitCommand())
        .addSubcommand(new GitInstallCommand(console))
        .addSubcommand(new GitUninstallCommand(console))
        .addSubcommand(new GitDiffCommand(console))
        .addSubcommand(new GitTextconvCommand(console))
        .addSubcommand(new GitMergeCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a subcommand of ballast git is missing");
  }
}
