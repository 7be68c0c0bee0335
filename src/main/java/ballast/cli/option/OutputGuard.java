package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.workflow.project.FilesInUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Stops a command, before it does anything, that would write over a file that it reads. It looks at
 * the command line and not at the command, so that no command can forget it.
 */
public final class OutputGuard {

  private static final Set<String> OUTPUTS =
      Set.of("--output", "--report", "--rejected", "--salvage");
  private static final String OUTPUT_PARAMETER = "OUT";
  private static final String PAIR_LIST = "--pairs";
  private static final String WRITES_GLOSSARY = "ballast glossary import";

  private OutputGuard() {}

  /** Whether an option or parameter names a file to write. */
  public static boolean isOutput(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? OUTPUTS.contains(option.longestName())
        : arg.paramLabel().equals(OUTPUT_PARAMETER);
  }

  /**
   * Looks at a command line.
   *
   * @throws ballast.bitext.InputException if an output is also an input
   */
  public static void check(ParseResult line, Console console) {
    ParseResult command = line;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    List<String> outputs = new ArrayList<>();
    List<String> named = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    for (ArgSpec arg : command.matchedArgs()) {
      (isOutput(arg) ? outputs : named).addAll(arg.originalStringValues());
      if (arg instanceof OptionSpec option && option.longestName().equals(PAIR_LIST)) {
        lists.addAll(arg.originalStringValues());
      }
    }
    boolean writesGlossary = command.commandSpec().qualifiedName().equals(WRITES_GLOSSARY);
    FilesInUse inUse = new FilesInUse(named, lists, !writesGlossary);
    for (String output : outputs) {
      if (!OutputOptions.isStandardOutput(output)) {
        inUse.refuse(output, console.workplace());
      }
    }
  }
}
