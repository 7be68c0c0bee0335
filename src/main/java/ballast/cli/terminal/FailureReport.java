package ballast.cli.terminal;

import ballast.bitext.InputException;
import ballast.report.page.Style;
import java.util.Locale;

/** Reports why a command failed. */
public final class FailureReport {

  private FailureReport() {}

  /** Reports an error that the user can correct. */
  public static int report(Console console, InputException e) {
    print(console, style(console), String.valueOf(e.getMessage()), e.hint());
    return ExitCode.FAILED;
  }

  /**
   * Prints an error and what to try.
   *
   * @param hint empty if there is nothing to try
   */
  public static void print(Console console, Style style, String message, String hint) {
    console.err().println(style.error("error:") + " ", message);
    if (!hint.isEmpty()) {
      console.err().println("try:   " + hint);
    }
  }

  /** Reports that Java has not enough memory. */
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

  /** Reports an internal error and saves its trace. */
  public static int reportBug(Console console, Throwable e, String... args) {
    print(
        console,
        style(console),
        "internal error in Ballast (" + e.getClass().getSimpleName() + "); " + Trace.save(e, args),
        "");
    return ExitCode.BUG;
  }

  /** The style of these messages. */
  public static Style style(Console console) {
    return new Style(console.widths().out(), console.allowsColour());
  }
}
