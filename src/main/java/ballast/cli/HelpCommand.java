package ballast.cli;

import ballast.cli.option.ConsoleCommand.VersionProvider;
import ballast.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Explains a command; without one, lists them all.",
    footer = {"", "Examples:", "  ballast help align", "  ballast help tm search --all"})
final class HelpCommand implements Callable<Integer> {

  private final Console console;
  private final Function<String[], CommandLine> trees;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The words of the command, for example tm search.")
  List<String> words = new ArrayList<>();

  @Option(
      names = {"-a", "--all"},
      description = "Show all of its options.")
  boolean all;

  /**
   * @param trees makes the tree of commands for a command line
   */
  HelpCommand(Console console, Function<String[], CommandLine> trees) {
    this.console = console;
    this.trees = trees;
  }

  @Override
  public Integer call() {
    List<String> line = new ArrayList<>(words);
    line.add(all ? CommandHelp.ALL : "--help");
    CommandLine tree = trees.apply(line.toArray(new String[0]));
    CommandLine command = tree;
    for (String word : words) {
      @Nullable CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        return new UnknownCommand(command, word).report(console);
      }
      command = next;
    }
    return tree.execute(line.toArray(new String[0]));
  }
}
