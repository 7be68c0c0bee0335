package ballast.cli.terminal;

import ballast.bitext.InputException;
import ballast.report.page.Style;
import java.io.PrintWriter;
import java.util.Locale;

/** Reports why a command failed. */
public final class FailureReport {

  private FailureReport() {}

  /** Reports an error that the user can correct. */
  public static int report(Console console, InputException e) {
    console.err().println(style(console).error("error:") + " " + e.getMessage());
    if (!e.hint().isEmpty()) {
      console.err().println("try:   " + e.hint());
    }
    return ExitCode.FAILED;
  }

  /** Reports that Java has not enough memory. */
  public static int reportNoRoom(Console console) {
    PrintWriter err = console.err();
    err.printf(
        Locale.ROOT,
        "%s this needs more than the %,d MB of memory that Java may use%n",
        style(console).error("error:"),
        Runtime.getRuntime().maxMemory() >> 20);
    err.println("try:   BALLAST_JAVA_OPTS=-Xmx4g lets it use 4 GB; or give it less at a time");
    return ExitCode.FAILED;
  }

  /** Reports an internal error and saves its trace. */
  public static int reportBug(Console console, Throwable e, String... args) {
    console
        .err()
        .println(
            style(console).error("error:")
                + " internal error in Ballast ("
                + e.getClass().getSimpleName()
                + "); "
                + Trace.save(e, args));
    return ExitCode.BUG;
  }

  /** The style of these messages. */
  public static Style style(Console console) {
    return new Style(console.widths().out(), console.allowsColour());
  }
}
