package ballast.cli;

import ballast.cli.option.ConsoleCommand;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in your shell.",
    footer = {
      "",
      "Examples:",
      "  source <(ballast completion bash)",
      "  source <(ballast completion zsh)",
      "  ballast completion fish | source"
    })
final class CompletionCommand extends ConsoleCommand {

  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Supplier<CommandLine> tree;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  Shell shell = Shell.BASH;

  /**
   * @param tree makes the complete command tree; called only when the script is printed
   */
  CompletionCommand(Supplier<CommandLine> tree) {
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
