package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.report.page.Style;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that every command has. */
public final class CommonOptions {

  /** When to use colour. */
  public enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-q", "--quiet"},
      description = "Only errors on standard error.")
  public boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also say what was chosen and why.")
  public boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto obeys NO_COLOR. Default: ${DEFAULT-VALUE}.")
  public Colour colour = Colour.AUTO;

  /** How to write to standard output. */
  public Style style(Console console) {
    boolean on =
        switch (colour) {
          case AUTO -> console.allowsColour();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new Style(console.columns(), on);
  }

  /** Writes a message unless {@code -q}. */
  public void say(Console console, String message) {
    if (!quiet) {
      console.err().println(message);
    }
  }

  /** Writes a detail if {@code -v}. */
  public void detail(Console console, String message) {
    if (verbose) {
      console.err().println(message);
    }
  }

  /** Writes what a person should know, even with {@code -q}. */
  public void warn(Console console, String message) {
    PrintWriter err = console.err();
    err.println(style(console).doubt("warning:") + " " + message);
  }
}
