package ballast.cli;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.VersionProvider;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast completion bash|zsh}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Prints a script that completes commands and options in your shell.",
    footer = {"", "Example:", "  source <(ballast completion bash)"})
final class CompletionCommand implements Callable<Integer> {

  /** Shells with a script; zsh runs the bash script after bashcompinit, which the script does. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;
  private final Supplier<CommandLine> tree;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  Shell shell = Shell.BASH;

  /**
   * @param tree makes the whole command tree; called only when the script is printed
   */
  CompletionCommand(Console console, Supplier<CommandLine> tree) {
    this.console = console;
    this.tree = tree;
  }

  @Override
  public Integer call() {
    console.out().text().print(AutoComplete.bash("ballast", tree.get()));
    return ExitCode.OK;
  }
}
