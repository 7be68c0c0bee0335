package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Version;
import ballast.cli.quick.PlainSearch;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.cli.terminal.FailureReport;
import ballast.cli.tm.TmSearchCommand;
import ballast.memory.opening.Memories;

/** Runs a command line and turns its outcome into an exit status. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (PlainSearch.isMeant(args)) {
      Memories.headStart();
    }
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
      console.out().println(Version.current()); // answered before picocli loads
      return ExitCode.OK;
    }
    try {
      TmSearchCommand search = PlainSearch.read(console, args);
      return search == null
          ? CommandTree.of(console, args).execute(args.length == 0 ? new String[] {"--help"} : args)
          : search.search();
    } catch (InputException e) {
      return FailureReport.report(console, e);
    } catch (OutOfMemoryError e) {
      return FailureReport.reportNoRoom(console);
    } catch (RuntimeException | Error e) {
      return FailureReport.reportBug(console, e, args);
    }
  }
}
