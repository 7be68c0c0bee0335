package ballast.cli.diff;

import ballast.cli.option.GroupCommand;
import picocli.CommandLine.Command;

@Command(
    name = "git",
    description = "Teaches git to compare and merge translations.",
    subcommands = {
      GitInstallCommand.class,
      GitUninstallCommand.class,
      GitDiffCommand.class,
      GitTextconvCommand.class,
      GitMergeCommand.class
    },
    footer = {"", "Examples:", "  ballast git textconv units.tmx"})
public final class GitCommand extends GroupCommand {}
