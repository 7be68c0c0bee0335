package ballast.cli;

import ballast.app.page.ProgramText;
import ballast.app.project.ProgramParts;
import ballast.bitext.InputException;
import ballast.cli.option.Language;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Cancellation;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.cli.terminal.WindowsArguments;
import ballast.cli.tm.QuickStart;
import java.nio.file.Path;

/** Runs a command line and turns its outcome into an exit status. */
public final class Main {

  private Main() {}

  /** Reads the arguments from an environment variable if the launcher names one. */
  public static void main(String[] args) {
    String line = System.getProperty("ballast.line");
    start(
        line == null
            ? args
            : WindowsArguments.split(
                System.getenv().getOrDefault(line, ""), Path.of("").toAbsolutePath()));
  }

  private static void start(String... args) {
    QuickStart.begin(args);
    Console console = Console.system();
    Cancellation interruption = Cancellation.watch(console, args);
    int status = run(console, args);
    interruption.isOver();
    System.exit(status);
  }

  /**
   * Runs one command line.
   *
   * @return one of {@link FailureReport.ExitCode}
   */
  static int run(Console console, String... args) {
    if (Language.of(console.environment(), args) == Language.ZH) {
      console.err().speak(Language.ZH.phrases());
    }
    int status = outcome(console, args);
    console.err().giveWay(/* lineEnds= */ true); // erases a status line
    try {
      console.out().check();
    } catch (InputException e) {
      return Math.max(status, FailureReport.report(console, e));
    } finally {
      console.out().finish();
    }
    return status;
  }

  private static int outcome(Console console, String... args) {
    try {
      if (args.length <= 2 && asksForVersion(args)) {
        return printVersion(console, args.length == 2); // answered before picocli loads
      }
      int status = QuickStart.search(console, args);
      return status == QuickStart.NOT_PLAIN
          ? execute(console, args.length == 0 ? new String[] {"--help"} : args)
          : status;
    } catch (InputException e) {
      return FailureReport.report(console, e);
    } catch (OutOfMemoryError e) {
      return FailureReport.reportNoRoom(console);
    } catch (RuntimeException | Error e) {
      return FailureReport.reportBug(console, e, args);
    }
  }

  private static int execute(Console console, String... args) {
    return CommandTree.of(console, args).execute(args);
  }

  /**
   * Whether the command line is {@code --version} or {@code -V}, optionally with {@code --json}.
   */
  private static boolean asksForVersion(String... args) {
    int asked = 0;
    for (String arg : args) {
      boolean version = arg.equals("--version") || arg.equals("-V");
      if (!version && !arg.equals("--json")) {
        return false;
      }
      asked += version ? 1 : 0;
    }
    return asked == 1;
  }

  private static int printVersion(Console console, boolean asJson) {
    ProgramParts parts = ProgramParts.running();
    if (asJson) {
      OutputOptions.print(console, out -> ProgramText.writeJson(out, parts));
    } else {
      ProgramText.lines(parts).forEach(console.out()::println);
    }
    return ExitCode.OK;
  }
}
