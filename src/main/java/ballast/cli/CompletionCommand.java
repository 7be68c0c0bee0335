package ballast.cli;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Prints a script that completes commands and options in your shell.",
    footer = {
      "",
      "Examples:",
      "  source <(ballast completion bash)",
      "  source <(ballast completion zsh)",
      "  ballast completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {

  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;
  private final Supplier<CommandLine> tree;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  Shell shell = Shell.BASH;

  /**
   * @param tree makes the complete command tree; called only when the script is printed
   */
  CompletionCommand(Console console, Supplier<CommandLine> tree) {
    this.console = console;
    this.tree = tree;
  }

  @Override
  public Integer call() {
    CompletionScript script = new CompletionScript(FormatNames.in(tree.get()));
    console
        .out()
        .text()
        .print(
            switch (shell) {
              case BASH -> script.bash();
              case ZSH -> script.zsh();
              case FISH -> script.fish();
            });
    return ExitCode.OK;
  }
}
