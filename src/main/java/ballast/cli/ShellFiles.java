package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the manual pages into {@code man/man1} and the completion scripts into {@code
 * completions}, under the names expected by {@code man} and the shells. The build runs this
 * program.
 */
public final class ShellFiles {

  private static final int DATE = 10;

  private final Path folder;

  private ShellFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * @param args the folder, the version, and a time that begins with the date of the pages
   */
  public static void main(String[] args) throws IOException {
    ShellFiles files = new ShellFiles(Path.of(args[0]));
    CommandSpec root = FormatNames.in(CommandTree.of(Console.system()));
    files.pages(root, args[1], args[2].substring(0, DATE));
    CompletionScript script = new CompletionScript(root);
    files.write("completions/bash/ballast", script.bash());
    files.write("completions/zsh/_ballast", script.zsh());
    files.write("completions/fish/ballast.fish", script.fish());
  }

  private void pages(CommandSpec command, String version, String date) throws IOException {
    ManualPage page = new ManualPage(command);
    write("man/man1/" + page.name() + ".1", page.roff(version, date));
    for (CommandLine below : command.subcommands().values()) {
      pages(below.getCommandSpec(), version, date);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  /** The {@code man} page of a command, with everything in its help and more. */
  private record ManualPage(CommandSpec command) {

    /** Prefix of the command lines in a help's footer. */
    private static final String INDENT = "  ";

    private static final List<String> STATUS =
        List.of(
            "Done; there is nothing to report.",
            "Done, and there is something to report: findings, differences, or nothing was found.",
            "It could not be done: the command line, or what it names, is not usable.",
            "An internal error of Ballast.");

    /** The name, for example {@code ballast-tm-search}. */
    String name() {
      return command.qualifiedName("-");
    }

    /**
     * @param date as {@code 2026-01-31}
     */
    String roff(String version, String date) {
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

  /**
   * Writes a page in the language of {@code man(7)}. The page shows every text unchanged: no line
   * is taken for a roff command, and commands can be copied from the page.
   */
  static final class Roff {

    /** Words to type literally: options, paths, patterns, dates. */
    private static final Pattern TYPED = Pattern.compile("[(\"\\[]*-.*|.*[/=*<|_].*|.*\\d-.*");

    private final StringBuilder page = new StringBuilder();

    /**
     * @param name in capitals
     * @param date as {@code 2026-01-31}
     * @param source the program and its version
     */
    Roff(String name, String date, String source) {
      line(".TH " + argument(name) + " 1 " + date + " " + argument(source) + " \"Ballast Manual\"");
      // Left-aligned, without hyphenation: BALLAST_TM must not become "BAL-LAST_TM".
      line(".nh");
      line(".ad l");
    }

    Roff section(String name) {
      line(".SH " + argument(name));
      return this;
    }

    Roff paragraphs(List<String> texts) {
      String between = "";
      for (String text : texts) {
        page.append(between);
        line(guarded(text(text)));
        between = ".PP\n";
      }
      return this;
    }

    Roff line(String roff) {
      page.append(roff).append('\n');
      return this;
    }

    /**
     * @param tag as roff
     * @param paragraphs the explanation
     */
    Roff entry(String tag, List<String> paragraphs) {
      line(".TP");
      line(guarded(tag));
      String between = "";
      for (String paragraph : paragraphs) {
        page.append(between);
        line(guarded(text(paragraph)));
        between = ".IP\n";
      }
      return this;
    }

    /** Adds lines without reflow. */
    Roff example(List<String> lines) {
      line(".nf");
      lines.forEach(each -> line(guarded(typed(each))));
      return line(".fi");
    }

    static String bold(String text) {
      return "\\fB" + typed(text) + "\\fR";
    }

    static String italic(String text) {
      return "\\fI" + typed(text) + "\\fR";
    }

    /** Returns prose; its literal words keep their characters. */
    static String text(String text) {
      StringBuilder roff = new StringBuilder();
      for (String word : text.replaceAll("\\s+", " ").strip().split(" ", -1)) {
        roff.append(roff.isEmpty() ? "" : " ");
        String escaped = typed(word);
        roff.append(TYPED.matcher(word).matches() ? escaped : escaped.replace("\\-", "-"));
      }
      return roff.toString();
    }

    /**
     * Escapes every character with a special meaning: a minus is not a hyphen, a quote is not
     * curly.
     */
    static String typed(String text) {
      StringBuilder roff = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '\\' -> roff.append("\\e");
          case '-' -> roff.append("\\-");
          case '\'' -> roff.append("\\(aq");
          case '`' -> roff.append("\\(ga");
          case '^' -> roff.append("\\(ha");
          case '~' -> roff.append("\\(ti");
          default -> roff.append(c);
        }
      }
      return roff.toString();
    }

    /** Guards a line that begins with a full stop, which roff would take for a command. */
    private static String guarded(String line) {
      return line.startsWith(".") ? "\\&" + line : line;
    }

    private static String argument(String text) {
      return "\"" + typed(text).replace("\"", "\\(dq") + "\"";
    }

    @Override
    public String toString() {
      return page.toString();
    }
  }

  /** The environment variables and files that commands read. */
  private static final class Surroundings {

    /**
     * A variable or a file.
     *
     * @param option only commands with this option read it; "" for all commands
     * @param meaning complete sentences
     */
    record Entry(String name, String option, String meaning) {}

    static final List<Entry> VARIABLES =
        List.of(
            new Entry(
                "BALLAST_TM", "--tm", "The memory where --tm names none: a file or an address."),
            new Entry(
                "BALLAST_GLOSSARY",
                "--glossary",
                "Glossaries where --glossary names none: files and folders, separated as in PATH."),
            new Entry(
                "BALLAST_AUTHOR", "", "Your name in histories. Default: USER, else USERNAME."),
            new Entry("SPARK_HOME", "--engine", "The folder of Apache Spark."),
            new Entry(
                "BALLAST_SPARK_JAR",
                "--engine",
                "The jar that runs on Spark, where it is not beside the program."),
            new Entry(
                "BALLAST_SOFFICE",
                "",
                "LibreOffice's program soffice, which converts .doc, .rtf, .ppt and .xls. Default:"
                    + " the one of PATH, or where installers put it."),
            new Entry("BALLAST_JAVA_OPTS", "", "More options for Java, for example -Xmx4g."),
            new Entry(
                "BALLAST_LANG",
                "--lang",
                "Language of messages and help: en or zh. Default: LC_ALL, LC_MESSAGES or LANG."),
            new Entry(
                "BALLAST_PAGER",
                "--no-pager",
                "What shows a report that is longer than the screen of a terminal; empty or cat: no"
                    + " program does. Default: PAGER, else less -FRX where it is."),
            new Entry("CI", "--no-pager", "Anything but an empty value switches the pager off."),
            new Entry("JAVA_HOME", "", "The Java to use. Default: the java of PATH."),
            new Entry("NO_COLOR", "", "Anything but an empty value switches colour off."),
            new Entry(
                "FORCE_HYPERLINK",
                "--hyperlink",
                "Links to files in a terminal: 0 for none, anything else for links wherever it"
                    + " is."),
            new Entry("TERM", "", "With the value dumb there is neither colour nor progress."));

    static final List<Entry> FILES =
        List.of(
            new Entry(
                "tm/memory.db",
                "--tm",
                "The memory, in this folder or one above it, where neither --tm, BALLAST_TM nor"
                    + " ballast.toml names one."),
            new Entry(
                "glossary/",
                "--glossary",
                "The glossaries, in this folder or one above it, where nothing else names them."),
            new Entry(
                "ballast.toml",
                "--tm",
                "The settings of the project, in this folder or one above it, or in glossary/."));

    private Surroundings() {}
  }
}
