package ballast.cli;

import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.Language;
import ballast.cli.terminal.MessageStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help text of a command: a one-line usage, the description and the main options. {@code
 * --help-all} shows every option.
 */
final class CommandHelp extends CommandLine.Help {

  static final String ALL = "--help-all";

  private static final Set<String> COMMON =
      Set.of(
          "--help",
          ALL,
          "--version",
          "--color",
          "--quiet",
          "--verbose",
          "--no-pager",
          "--hyperlink",
          Language.NAME);

  /** The commands of Ballast, by what they are for. */
  private static final List<Group> GROUPS =
      List.of(
          new Group("In the browser", "open"),
          new Group("Align", "align", "split", "translate", "merge", "apply"),
          new Group("Check", "check", "explain", "glossary", "lexicon"),
          new Group("Memory", "tm", "convert"),
          new Group("Review", "diff", "review"),
          new Group("Share", "serve", "mcp", "git", "corpus"),
          new Group("Set up", "completion", "help"));

  private static final int NAME_WIDTH = 10;

  private record Group(String heading, List<String> commands) {

    Group(String heading, String... commands) {
      this(heading, List.of(commands));
    }
  }

  private final CommandSpec command;
  private final MessageStream messages;

  /**
   * @param messages say headings in their language
   */
  CommandHelp(CommandSpec command, CommandLine.Help.ColorScheme colours, MessageStream messages) {
    super(command, colours);
    this.command = command;
    this.messages = messages;
    command
        .usageMessage()
        .footer(
            Arrays.stream(command.usageMessage().footer())
                .map(messages::say)
                .toArray(String[]::new));
  }

  /** Adds the options {@code --help-all} and {@code --lang} to a command and its subcommands. */
  static void addTo(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.usageMessage().abbreviateSynopsis(true);
    if (spec.parent() == null) {
      spec.usageMessage().commandListHeading("");
    }
    if (!line.getSubcommands().isEmpty()) {
      spec.usageMessage().customSynopsis(spec.qualifiedName() + " COMMAND");
    }
    if (spec.findOption(ALL) == null) {
      spec.addOption(
          OptionSpec.builder(ALL)
              .type(boolean.class)
              .arity("0")
              .usageHelp(true)
              .description("Show all options.")
              .build());
    }
    if (spec.findOption(Language.NAME) == null) {
      spec.addOption(
          OptionSpec.builder(Language.NAME)
              .type(Language.class)
              .paramLabel("LANGUAGE")
              .description(
                  "Language of messages and help: ${COMPLETION-CANDIDATES}. Default: by"
                      + " BALLAST_LANG, LC_ALL, LC_MESSAGES or LANG.")
              .build());
    }
    line.getSubcommands().values().forEach(CommandHelp::addTo);
  }

  @Override
  public String optionList() {
    List<OptionSpec> first = main(command);
    List<OptionSpec> others = new ArrayList<>(command.options());
    others.removeAll(first);
    others.removeIf(OptionSpec::hidden);
    if (isForAll()) {
      others.sort(Comparator.comparing(OptionSpec::longestName, String.CASE_INSENSITIVE_ORDER));
      return list(first)
          + (first.isEmpty() ? "" : String.format("%n%s%n", messages.say("Other options:")))
          + list(others);
    }
    if (first.isEmpty() && !command.subcommands().isEmpty()) {
      return "";
    }
    return list(first)
        + String.format(
            "%n%s%s%n",
            messages.say("All " + (first.size() + others.size()) + " options: "),
            command.qualifiedName() + " " + ALL);
  }

  /** The commands; those of Ballast itself in groups. */
  @Override
  public String commandList(Map<String, CommandLine.Help> subcommands) {
    if (command.parent() != null) {
      return super.commandList(subcommands);
    }
    StringBuilder list = new StringBuilder();
    for (Group group : GROUPS) {
      TextTable table =
          TextTable.forColumns(
              colorScheme(),
              new Column(NAME_WIDTH + 2, 2, Column.Overflow.SPAN),
              new Column(command.usageMessage().width() - NAME_WIDTH - 2, 2, Column.Overflow.WRAP));
      for (String name : group.commands()) {
        CommandLine.@Nullable Help help = subcommands.get(name);
        if (help != null) {
          table.addRowValues(
              colorScheme().commandText(name), colorScheme().text(description(help)));
        }
      }
      list.append(String.format("%s%n", messages.say(group.heading() + ":"))).append(table);
    }
    return list.toString();
  }

  private static String description(CommandLine.Help help) {
    String[] lines = help.commandSpec().usageMessage().description();
    return lines.length == 0 ? "" : String.format(lines[0]);
  }

  @Override
  public String parameterList() {
    List<PositionalParamSpec> parameters = new ArrayList<>(command.positionalParameters());
    parameters.removeIf(PositionalParamSpec::hidden);
    List<OptionSpec> shown = isForAll() ? command.options() : main(command);
    Layout layout = createDefaultLayout(shown, parameters, colorScheme());
    layout.addAllPositionalParameters(parameters, parameterLabelRenderer());
    return layout.toString();
  }

  private String list(List<OptionSpec> options) {
    List<OptionSpec> shown = isForAll() ? command.options() : options;
    return optionListExcludingGroups(
        options,
        createDefaultLayout(shown, command.positionalParameters(), colorScheme()),
        null,
        parameterLabelRenderer());
  }

  private boolean isForAll() {
    @Nullable OptionSpec all = command.findOption(ALL);
    return all != null && Boolean.TRUE.equals(all.getValue());
  }

  /** Returns the main options, which the help shows first. */
  static List<OptionSpec> main(CommandSpec command) {
    @Nullable MainOptions names = command.userObject().getClass().getAnnotation(MainOptions.class);
    if (names != null) {
      return Arrays.stream(names.value()).map(name -> find(command, name)).toList();
    }
    return command.options().stream()
        .filter(option -> !option.hidden() && !COMMON.contains(option.longestName()))
        .sorted(Comparator.comparing(OptionSpec::order))
        .toList();
  }

  private static OptionSpec find(CommandSpec command, String name) {
    @Nullable OptionSpec option = command.findOption(name);
    if (option == null) {
      throw new IllegalStateException(command.qualifiedName() + " has no option " + name);
    }
    return option;
  }
}
