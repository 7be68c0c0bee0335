package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Version;
import ballast.cli.quick.QuickStart;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.Interruption;
import ballast.cli.terminal.WindowsArguments;
import java.nio.file.Path;

/** Runs a command line and turns its outcome into an exit status. */
public final class Main {

  private Main() {}

  /** Takes the arguments from a variable of the environment if the launcher names one. */
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
    Interruption interruption = Interruption.watch(args);
    int status = run(console, args);
    interruption.isOver();
    System.exit(status);
  }

  /**
   * Runs one command line.
   *
   * @return one of {@link ExitCode}
   */
  static int run(Console console, String... args) {
    int status = outcome(console, args);
    console.err().giveWay(/* lineEnds= */ true); // no status line is left
    try {
      console.out().check();
    } catch (InputException e) {
      return Math.max(status, FailureReport.report(console, e));
    }
    return status;
  }

  private static int outcome(Console console, String... args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      console.out().println(Version.current()); // answered before picocli loads
      return ExitCode.OK;
    }
    try {
      int status = QuickStart.search(console, args);
      return status == QuickStart.NOT_PLAIN
          ? CommandTree.of(console, args).execute(args.length == 0 ? new String[] {"--help"} : args)
          : status;
    } catch (InputException e) {
      return FailureReport.report(console, e);
    } catch (OutOfMemoryError e) {
      return FailureReport.reportNoRoom(console);
    } catch (RuntimeException | Error e) {
      return FailureReport.reportBug(console, e, args);
    }
  }
}
