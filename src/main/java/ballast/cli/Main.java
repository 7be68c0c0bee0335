package ballast.cli;

import ballast.bitext.InputException;
import ballast.report.Style;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line and turns its outcome into an exit status. */
public final class Main {

  private static final int USAGE_WIDTH = 80;

  private static final Pattern CHOICES =
      Pattern.compile("expected one of \\[([A-Za-z_, -]+)\\](?: \\(case-insensitive\\))?");

  private Main() {}

  public static void main(String[] args) {
    Console console = Console.system();
    int status = run(console, args);
    console.out().flush();
    console.err().flush();
    System.exit(status);
  }

  /**
   * Runs one command line.
   *
   * @return one of {@link ExitCode}
   */
  static int run(Console console, String... args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      console.out().println(version()); // answered before picocli loads
      return ExitCode.OK;
    }
    try {
      return commandLine(console, args).execute(args.length == 0 ? new String[] {"--help"} : args);
    } catch (OutOfMemoryError e) {
      return reportNoRoom(console);
    } catch (RuntimeException | Error e) {
      return reportBug(console, e, args);
    }
  }

  private static int reportNoRoom(Console console) {
    PrintWriter err = console.err();
    err.printf(
        Locale.ROOT,
        "%s %,d MB of memory, which is what Java may use, are not enough for this%n",
        style(console).error("error:"),
        Runtime.getRuntime().maxMemory() >> 20);
    err.println("try:   BALLAST_JAVA_OPTS=-Xmx4g lets it use 4 GB; or give it less at a time");
    return ExitCode.FAILED;
  }

  /**
   * The command tree, for running, for completion and for the tests of the manual.
   *
   * @param args the line that it is for; without any, the whole tree
   */
  static CommandLine commandLine(Console console, String... args) {
    CommandLine line = new CommandLine(new BallastCommand());
    String first = args.length > 0 ? args[0] : "";
    String second = args.length > 1 ? args[1] : "";
    new Subcommands()
        .with("align", AlignCommand::new)
        .with("diff", DiffCommand::new)
        .with("check", CheckCommand::new)
        .with("explain", ExplainCommand::new)
        .with("split", SplitCommand::new)
        .with("translate", TranslateCommand::new)
        .with("tm", its -> TmCommand.commandLine(its, second))
        .with("glossary", GlossaryCommand::commandLine)
        .with("review", ReviewCommand::commandLine)
        .with("git", GitCommand::commandLine)
        .with("lexicon", LexiconCommand::commandLine)
        .with("completion", CompletionCommand::new)
        .with("help", its -> new CommandLine.HelpCommand())
        // help is about the others
        .addTo(line, console, first.equals("help") ? "" : first);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.allowsColour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(USAGE_WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // Names of files and texts may begin with an @; they are not lists of arguments.
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler((e, its) -> reportUsage(console, e));
    line.setExecutionExceptionHandler(
        (e, command, result) -> reportFailure(console, e, result.originalArgs()));
    return line;
  }

  /** For example {@code ballast 0.1.0}. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "ballast " + (version == null ? "(built from sources)" : version);
  }

  private static int reportUsage(Console console, ParameterException e) {
    PrintWriter err = console.err();
    String message = CHOICES.matcher(e.getMessage()).replaceAll(m -> choices(m.group(1)));
    err.println(style(console).error("error:") + " " + message);
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("try:   " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.FAILED;
  }

  /** As they are written in help; picocli gives the names of constants. */
  private static String choices(String names) {
    String[] written = names.toLowerCase(Locale.ROOT).replace('_', '-').split(", ", -1);
    return Matcher.quoteReplacement(
        "expected one of " + Arrays.stream(written).distinct().collect(Collectors.joining(", ")));
  }

  private static int reportFailure(Console console, Exception e, List<String> args) {
    if (e instanceof InputException input) {
      console.err().println(style(console).error("error:") + " " + input.getMessage());
      if (!input.hint().isEmpty()) {
        console.err().println("try:   " + input.hint());
      }
      return ExitCode.FAILED;
    }
    return reportBug(console, e, args.toArray(new String[0]));
  }

  private static int reportBug(Console console, Throwable e, String... args) {
    console
        .err()
        .println(
            style(console).error("error:")
                + " Ballast made a mistake ("
                + e.getClass().getSimpleName()
                + "); "
                + Trace.save(e, args));
    return ExitCode.BUG;
  }

  private static Style style(Console console) {
    return new Style(console.columns(), console.allowsColour());
  }
}
