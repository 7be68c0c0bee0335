package ballast.cli;

import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.FailureReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** A word that is not a command where it stands, and the commands that may be meant by it. */
final class UnknownCommand {

  private final CommandLine parent;
  private final String word;

  /**
   * Takes the word and what stands before it.
   *
   * @param parent a command with subcommands; suggestions come from its whole tree
   */
  UnknownCommand(CommandLine parent, String word) {
    this.parent = parent;
    this.word = word;
  }

  /** Prints the error and what to try. */
  int report(Console console) {
    String name = parent.getCommandSpec().qualifiedName();
    FailureReport.print(
        console,
        FailureReport.style(console),
        "there is no command \"" + name + " " + word + "\"",
        hint(name));
    return ExitCode.FAILED;
  }

  private String hint(String name) {
    List<String> meant = new ArrayList<>();
    collect(parent.getCommandSpec().root().commandLine(), meant);
    if (meant.isEmpty()) {
      collectOptions(parent, meant);
      if (meant.size() != 1) { // many have --all: that says nothing
        meant = similar();
      }
    }
    return meant.isEmpty() ? name + " --help" : String.join(", or ", meant);
  }

  /** Commands of this very name elsewhere in the tree, those of the memory first. */
  private void collect(CommandLine above, List<String> into) {
    for (CommandLine command : above.getSubcommands().values()) {
      if (command.getCommandName().equals(word)) {
        into.add(command.getCommandSpec().qualifiedName());
      }
      collect(command, into);
    }
  }

  /** Options of this very name: {@code tm verify --rebuild}. */
  private void collectOptions(CommandLine above, List<String> into) {
    for (CommandLine command : above.getSubcommands().values()) {
      String option = "--" + word;
      if (command.getCommandSpec().optionsMap().containsKey(option)) {
        into.add(command.getCommandSpec().qualifiedName() + " " + option);
      }
      collectOptions(command, into);
    }
  }

  /**
   * Those that picocli finds similar, if they begin alike: it also offers what has little in
   * common.
   */
  private List<String> similar() {
    CommandSpec spec = parent.getCommandSpec();
    List<String> line = new ArrayList<>(List.of(spec.qualifiedName().split(" ")));
    line.remove(0);
    line.add(word);
    try {
      spec.root().commandLine().parseArgs(line.toArray(new String[0]));
      return List.of();
    } catch (UnmatchedArgumentException e) {
      return e.getSuggestions().stream()
          .map(each -> each.substring(each.lastIndexOf(' ') + 1))
          .filter(each -> each.charAt(0) == word.charAt(0))
          .map(each -> spec.qualifiedName() + " " + each)
          .toList();
    }
  }
}
