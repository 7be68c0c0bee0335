package ballast.cli;

import ballast.cli.option.ConsoleCommand.VersionProvider;
import ballast.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Explains a command; without one, lists them all.",
    footer = {"", "Examples:", "  ballast help align", "  ballast help tm search --all"})
final class HelpCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The words of the command, for example tm search.")
  List<String> words = new ArrayList<>();

  @Option(
      names = {"-a", "--all"},
      description = "Show all of its options.")
  boolean all;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      @Nullable CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        return new UnknownCommand(command, word).report(console);
      }
      command = next;
    }
    List<String> line = new ArrayList<>(words);
    line.add(all ? CommandHelp.ALL : "--help");
    return spec.root().commandLine().execute(line.toArray(new String[0]));
  }
}
