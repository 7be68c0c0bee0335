package ballast.cli;

import ballast.bitext.Spelling;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A word that is not a command in its place, and the commands that the user may mean.
 *
 * @param parent a command with subcommands; suggestions come from its whole tree
 */
record UnknownCommand(CommandLine parent, String word) {

  private static final int MIN_BEGINNING = 2;

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
    List<String> meant = meant();
    return meant.isEmpty() ? name + " --help" : String.join(", or ", meant);
  }

  private List<String> meant() {
    List<CommandSpec> all = new ArrayList<>();
    collect(parent.getCommandSpec().root(), all);
    List<String> named = names(all.stream().filter(each -> each.name().equals(word)).toList());
    if (!named.isEmpty()) {
      return named;
    }
    List<String> options = options();
    if (options.size() == 1) { // many commands have --all: no useful hint
      return options;
    }
    return parent.getSubcommands().isEmpty() ? List.of() : names(similar(all));
  }

  private static List<String> names(List<CommandSpec> commands) {
    return commands.stream().map(CommandSpec::qualifiedName).toList();
  }

  /** Collects all commands below one; those of the memory come first. */
  private static void collect(CommandSpec above, List<CommandSpec> into) {
    for (CommandLine command : above.subcommands().values()) {
      into.add(command.getCommandSpec());
      collect(command.getCommandSpec(), into);
    }
  }

  /** Returns the options of exactly this name, for example {@code tm verify --rebuild}. */
  private List<String> options() {
    List<CommandSpec> below = new ArrayList<>();
    collect(parent.getCommandSpec(), below);
    return below.stream()
        .filter(each -> each.optionsMap().containsKey("--" + word))
        .map(each -> each.qualifiedName() + " --" + word)
        .toList();
  }

  /**
   * Returns commands with the most similar names, else those with this prefix. If the parent has
   * some of them, returns only those.
   */
  private List<CommandSpec> similar(List<CommandSpec> all) {
    List<CommandSpec> shown = all.stream().filter(each -> !each.usageMessage().hidden()).toList();
    List<String> nearest = Spelling.nearest(word, shown.stream().map(CommandSpec::name).toList());
    List<CommandSpec> meant =
        shown.stream()
            .filter(
                each -> nearest.isEmpty() ? isBegunBy(each.name()) : nearest.contains(each.name()))
            .toList();
    List<CommandSpec> own =
        meant.stream().filter(each -> parent.getCommandSpec().equals(each.parent())).toList();
    return own.isEmpty() ? meant : own;
  }

  private boolean isBegunBy(String name) {
    return word.length() >= MIN_BEGINNING && name.startsWith(word);
  }
}
