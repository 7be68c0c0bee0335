package ballast.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, for {@code man}: everything that its help says, and more. */
public final class ManualPage {

  /** Begins the lines of a help's footer that are typed. */
  private static final String INDENT = "  ";

  private static final List<String> STATUS =
      List.of(
          "Done; there is nothing to report.",
          "Done, and there is something to report: findings, differences, or nothing was found.",
          "It could not be done: the command line, or what it names, is not usable.",
          "An internal error of Ballast.");

  private final CommandSpec command;

  public ManualPage(CommandSpec command) {
    this.command = command;
  }

  /** For example {@code ballast-tm-search}. */
  public String name() {
    return command.qualifiedName("-");
  }

  /**
   * The page as roff.
   *
   * @param version of Ballast
   * @param date as {@code 2026-01-31}
   */
  public String roff(String version, String date) {
    Roff page = new Roff(name().toUpperCase(Locale.ROOT), date, "Ballast " + version);
    String about = CommandWords.about(command);
    page.section("NAME");
    page.line(
        Roff.typed(name())
            + " \\- "
            + Roff.text(about.substring(0, 1).toLowerCase(Locale.ROOT) + about.substring(1)));
    page.section("SYNOPSIS").line(synopsis());
    page.section("DESCRIPTION");
    page.paragraphs(paragraphs(command.usageMessage().description()));
    commands(page);
    arguments(page);
    options(page);
    page.section("EXIT STATUS");
    for (int status = 0; status < STATUS.size(); status++) {
      page.entry(Roff.bold(String.valueOf(status)), List.of(STATUS.get(status)));
    }
    surroundings(page, "ENVIRONMENT", Surroundings.VARIABLES);
    surroundings(page, "FILES", Surroundings.FILES);
    examples(page);
    page.section("SEE ALSO").line(seeAlso());
    return page.toString();
  }

  private String synopsis() {
    StringBuilder line = new StringBuilder(Roff.bold(command.qualifiedName()));
    if (!command.subcommands().isEmpty()) {
      return line.append(" ").append(Roff.italic("COMMAND")).append(" ...").toString();
    }
    for (OptionSpec option : command.options()) {
      if (option.required()) {
        line.append(" ").append(tag(option, option.longestName()));
      }
    }
    line.append(" [").append(Roff.italic("OPTIONS")).append("]");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      line.append(" ").append(operand(parameter));
    }
    return line.toString();
  }

  private static String operand(PositionalParamSpec parameter) {
    boolean many = parameter.arity().max() > 1 && !parameter.paramLabel().contains(" ");
    String label = Roff.italic(parameter.paramLabel()) + (many ? " ..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private void commands(Roff page) {
    if (command.subcommands().isEmpty()) {
      return;
    }
    page.section("COMMANDS");
    for (CommandLine below : command.subcommands().values()) {
      CommandSpec spec = below.getCommandSpec();
      page.entry(reference(spec), List.of(CommandWords.about(spec) + "."));
    }
  }

  private void arguments(Roff page) {
    List<PositionalParamSpec> shown =
        command.positionalParameters().stream().filter(each -> !each.hidden()).toList();
    if (!shown.isEmpty()) {
      page.section("ARGUMENTS");
      shown.forEach(each -> page.entry(Roff.italic(each.paramLabel()), described(each)));
    }
  }

  private void options(Roff page) {
    page.section("OPTIONS");
    List<OptionSpec> options = new ArrayList<>(command.options());
    options.sort(Comparator.comparing(OptionSpec::longestName, String.CASE_INSENSITIVE_ORDER));
    for (OptionSpec option : options) {
      if (!option.hidden()) {
        String names =
            Arrays.stream(option.names())
                .map(name -> tag(option, name))
                .collect(Collectors.joining(", "));
        page.entry(names, described(option));
      }
    }
  }

  private static String tag(OptionSpec option, String name) {
    if (option.arity().max() == 0) {
      return Roff.bold(name);
    }
    String between = name.startsWith("--") ? "=" : " ";
    return Roff.bold(name) + between + Roff.italic(option.paramLabel());
  }

  private static List<String> described(ArgSpec arg) {
    return paragraphs(arg.description());
  }

  private static List<String> paragraphs(String[] texts) {
    List<String> paragraphs = new ArrayList<>();
    for (String text : texts) {
      paragraphs.addAll(List.of(text.replace("%%", "%").split("%n", -1)));
    }
    paragraphs.removeIf(String::isBlank);
    return paragraphs;
  }

  private void surroundings(Roff page, String section, List<Surroundings.Entry> entries) {
    List<Surroundings.Entry> shown =
        entries.stream().filter(each -> concerns(command, each.option())).toList();
    if (!shown.isEmpty()) {
      page.section(section);
      shown.forEach(each -> page.entry(Roff.bold(each.name()), List.of(each.meaning())));
    }
  }

  /** Whether a command, or one below it, has the option. */
  private static boolean concerns(CommandSpec command, String option) {
    return option.isEmpty()
        || command.findOption(option) != null
        || command.subcommands().values().stream()
            .anyMatch(below -> concerns(below.getCommandSpec(), option));
  }

  private void examples(Roff page) {
    List<String> typed =
        Arrays.stream(command.usageMessage().footer())
            .filter(line -> line.startsWith(INDENT))
            .map(String::strip)
            .toList();
    if (!typed.isEmpty()) {
      page.section("EXAMPLES").example(typed);
    }
  }

  private String seeAlso() {
    List<String> pages = new ArrayList<>();
    @Nullable CommandSpec above = command.parent();
    while (above != null) {
      pages.add(0, reference(above));
      above = above.parent();
    }
    command.subcommands().values().forEach(below -> pages.add(reference(below.getCommandSpec())));
    return String.join(", ", pages);
  }

  private static String reference(CommandSpec of) {
    return Roff.bold(of.qualifiedName("-")) + "(1)";
  }
}
