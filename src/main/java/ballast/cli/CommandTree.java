package ballast.cli;

import ballast.bitext.InputException;
import ballast.cli.align.AlignCommand;
import ballast.cli.align.ApplyCommand;
import ballast.cli.align.MergeCommand;
import ballast.cli.align.SplitCommand;
import ballast.cli.align.TranslateCommand;
import ballast.cli.check.CheckCommand;
import ballast.cli.check.ExplainCommand;
import ballast.cli.corpus.CorpusCommand;
import ballast.cli.diff.DiffCommand;
import ballast.cli.diff.GitCommand;
import ballast.cli.diff.ReviewCommand;
import ballast.cli.glossary.GlossaryCommand;
import ballast.cli.glossary.LexiconCommand;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.GroupCommand.Subcommands;
import ballast.cli.option.OutputOptions.OutputGuard;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport;
import ballast.cli.tm.ConvertCommand;
import ballast.cli.tm.TmCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the command tree for picocli, and reports command lines that picocli cannot parse. */
public final class CommandTree {

  private static final int USAGE_WIDTH = 80;

  private CommandTree() {}

  /**
   * Returns the command tree for running, completion and the tests of the manual.
   *
   * @param args the command line; only the commands that it needs are built. Without arguments, all
   *     are built
   */
  public static CommandLine of(Console console, String... args) {
    CommandLine line = new CommandLine(new BallastCommand());
    String first = args.length > 0 ? args[0] : "";
    String second = args.length > 1 ? args[1] : "";
    if (args.length == 1 && (first.equals("--help") || first.equals("-h"))) {
      // One command of each group is enough to list the groups.
      commands(console, "stats").listIn(line);
    } else {
      commands(console, second).addTo(line, first);
    }
    runOn(console, line);
    line.setOut(console.out().text());
    line.setErr(console.err().lines());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.allowsColour() ? Ansi.ON : Ansi.OFF));
    line.setHelpFactory(
        (command, colours) -> {
          command.resourceBundle(
              new FormatNames(console.language() != null)); // built only to print help
          return new CommandHelp(command, colours, console.err());
        });
    CommandHelp.addTo(line);
    line.setUsageHelpWidth(USAGE_WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // Names of files and texts may begin with @; they are not argument files.
    line.setExpandAtFiles(false);
    line.setExecutionStrategy(
        parsed -> {
          List<CommandLine> lines = parsed.asCommandLineList();
          ParseResult last = lines.get(lines.size() - 1).getParseResult();
          try {
            OutputGuard.check(last, console);
          } catch (InputException e) {
            return FailureReport.report(console, e);
          }
          PagerOption.begin(last, console);
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setParameterExceptionHandler((e, unused) -> reportUsage(console, e));
    line.setExecutionExceptionHandler(
        (e, command, result) -> reportFailure(console, e, result.originalArgs()));
    return line;
  }

  /**
   * The commands, in the order of the help.
   *
   * @param second the word after the command's name
   */
  private static Subcommands commands(Console console, String second) {
    return new Subcommands()
        .with("align", AlignCommand::new)
        .with("diff", DiffCommand::new)
        .with("check", CheckCommand::new)
        .with("explain", ExplainCommand::new)
        .with("split", SplitCommand::new)
        .with("translate", TranslateCommand::new)
        .with("merge", MergeCommand::new)
        .with("apply", ApplyCommand::new)
        .with("convert", ConvertCommand::new)
        .with("tm", () -> TmCommand.commandLine(second))
        .with("glossary", GlossaryCommand::new)
        .with("review", ReviewCommand::new)
        .with("corpus", () -> CorpusCommand.commandLine(second))
        .with("git", GitCommand::new)
        .with("lexicon", LexiconCommand::new)
        .with("open", OpenCommand::new)
        .with("serve", ServeCommand::new)
        .with("mcp", McpCommand::new)
        .with("completion", () -> new CompletionCommand(() -> of(console)))
        .with("help", () -> new HelpCommand(console, args -> of(console, args)));
  }

  private static void runOn(Console console, CommandLine line) {
    Object command = line.getCommand();
    if (command instanceof ConsoleCommand one) {
      one.runOn(console);
    }
    line.getSubcommands().values().forEach(below -> runOn(console, below));
  }

  private static int reportUsage(Console console, ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && isOfCommand(unmatched)) {
      CommandLine whole = find(of(console), e.getCommandLine().getCommandSpec());
      return new UnknownCommand(whole, unmatched.getUnmatched().get(0)).report(console);
    }
    return UsageMistake.of(e).report(console);
  }

  /** Whether the unknown word is in the place of a subcommand. */
  private static boolean isOfCommand(UnmatchedArgumentException e) {
    return !e.getCommandLine().getSubcommands().isEmpty()
        && !e.getUnmatched().get(0).startsWith("-");
  }

  /**
   * Returns the same command in the complete tree, because the original tree may lack its siblings.
   */
  private static CommandLine find(CommandLine whole, CommandSpec command) {
    if (command.parent() == null) {
      return whole;
    }
    CommandLine parent = find(whole, command.parent());
    return parent.getSubcommands().getOrDefault(command.name(), parent);
  }

  private static int reportFailure(Console console, Exception e, List<String> args) {
    return e instanceof InputException input
        ? FailureReport.report(console, input)
        : FailureReport.reportBug(console, e, args.toArray(new String[0]));
  }
}
