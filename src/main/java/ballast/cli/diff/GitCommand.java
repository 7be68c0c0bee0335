package ballast.cli.diff;

import ballast.cli.option.GroupCommand;
import ballast.cli.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "git",
    description = "Teaches git to compare and merge translations.",
    footer = {"", "Examples:", "  ballast git textconv units.tmx"})
public final class GitCommand extends GroupCommand {

  public static CommandLine commandLine(Console console) {
    return new CommandLine(new GitCommand())
        .addSubcommand(new GitInstallCommand(console))
        .addSubcommand(new GitUninstallCommand(console))
        .addSubcommand(new GitDiffCommand(console))
        .addSubcommand(new GitTextconvCommand(console))
        .addSubcommand(new GitMergeCommand(console));
  }
}
