package ballast.cli.terminal;

import ballast.app.page.Style;
import ballast.bitext.InputException;
import ballast.bitext.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

public final class FailureReport {

  private FailureReport() {}

  public static int report(Console console, InputException e) {
    print(console, style(console), String.valueOf(e.getMessage()), e.hint());
    return ExitCode.FAILED;
  }

  /**
   * @param hint what to try, or ""
   */
  public static void print(Console console, Style style, String message, String hint) {
    console.err().println(style.error(console.err().say("error:")) + " ", message);
    if (!hint.isEmpty()) {
      console.err().println(console.err().say("try:   "), hint);
    }
  }

  public static int reportNoRoom(Console console) {
    print(
        console,
        style(console),
        String.format(
            Locale.ROOT,
            "this needs more than the %,d MB of memory that Java may use",
            Runtime.getRuntime().maxMemory() >> 20),
        "BALLAST_JAVA_OPTS=-Xmx4g lets it use 4 GB; or give it less at a time");
    return ExitCode.FAILED;
  }

  public static int reportBug(Console console, Throwable e, String... args) {
    print(
        console,
        style(console),
        "internal error in Ballast (" + e.getClass().getSimpleName() + "); " + Trace.save(e, args),
        "");
    return ExitCode.BUG;
  }

  public static Style style(Console console) {
    return new Style(console.widths().out(), console.allowsColour(), null, console.language());
  }

  /** Exit statuses of commands. They never count findings. */
  public static final class ExitCode {

    /** Finished, with nothing to report. */
    public static final int OK = 0;

    /** Finished, with findings or differences, or without a match. */
    public static final int FINDINGS = 1;

    /** Failed: wrong usage, unreadable or malformed input. */
    public static final int FAILED = 2;

    /** A bug in Ballast. */
    public static final int BUG = 3;

    private ExitCode() {}
  }

  /** Saves the stack trace of an internal error to a file for a bug report. */
  public static final class Trace {

    private Trace() {}

    /**
     * @param args the command line
     * @return a message for the user: the file of the trace, or the reason why it was not saved
     */
    public static String save(Throwable e, String... args) {
      try {
        Path file = Files.createTempFile("ballast-", ".trace.txt");
        try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
          trace.println(
              Version.current() + ", Java " + Runtime.version() + ", " + Arrays.toString(args));
          e.printStackTrace(trace);
        }
        return "please report it with " + file;
      } catch (IOException unwritable) {
        return "its trace could not be saved: " + Objects.toString(e.getMessage(), "no message");
      }
    }
  }
}
