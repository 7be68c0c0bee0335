package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.cli.terminal.TerminalNotices;
import ballast.report.page.Links;
import ballast.report.page.Style;
import ballast.workflow.Notices;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
public final class CommonOptions {

  /** When to use colour, or links. */
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

  @Option(
      names = "--hyperlink",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Links to files in a terminal: auto, always or never; auto obeys FORCE_HYPERLINK."
              + " Default: ${DEFAULT-VALUE}.")
  public Colour hyperlink = Colour.AUTO;

  private @Nullable Notices notices;

  /** The style of standard output. */
  public Style style(Console console) {
    boolean on = colour == Colour.ALWAYS || (colour == Colour.AUTO && console.allowsColour());
    return new Style(console.widths().out(), on, hyperlink == Colour.NEVER ? null : links(console));
  }

  private @Nullable Links links(Console console) {
    return hyperlink == Colour.ALWAYS ? console.links() : console.shownLinks();
  }

  /** The receiver of the messages of use cases, always the same one. */
  public Notices notices(Console console) {
    Notices made = notices;
    if (made == null) {
      made = new TerminalNotices(console, style(console), quiet, verbose);
      notices = made;
    }
    return made;
  }

  /** Writes a message unless {@code -q}. */
  public void say(Console console, String message) {
    notices(console).say(message);
  }

  /** Writes a detail if {@code -v}. */
  public void detail(Console console, String message) {
    notices(console).detail(message);
  }

  /** Writes a warning, even with {@code -q}. */
  public void warn(Console console, String message) {
    notices(console).warn(message);
  }
}
