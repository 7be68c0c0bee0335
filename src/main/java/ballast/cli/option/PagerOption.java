package ballast.cli.option;

import ballast.cli.terminal.Console;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * The option of commands whose reports may be longer than the screen. They need not do anything
 * about it: {@link #begin} looks at the command line.
 */
public final class PagerOption {

  /** The name of the option, for a command that declares it itself. */
  public static final String NAME = "--no-pager";

  /** What the help says about it. */
  public static final String ABOUT =
      "Print all at once what is longer than the screen. Otherwise BALLAST_PAGER, PAGER or less"
          + " shows it.";

  @Option(names = NAME, description = ABOUT)
  boolean none;

  /** Lets a report for people be paged, if the command can be, and no option is against it. */
  public static void begin(ParseResult line, Console console) {
    ParseResult command = line;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    boolean isReport =
        command.commandSpec().findOption(NAME) != null
            && command.matchedOptions().stream().noneMatch(PagerOption::isAgainst);
    if (isReport) {
      console.page();
    }
  }

  /** Whether an option wants no pager, sends the output elsewhere, or makes it one for programs. */
  private static boolean isAgainst(OptionSpec option) {
    return switch (option.longestName()) {
      case NAME, "--json", "--output", "--file" -> true;
      case "--format" -> !"text".equals(String.valueOf(option.<Object>getValue()));
      default -> false;
    };
  }
}
