package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.page.Imprint;
import ballast.app.page.ProgramText;
import ballast.app.page.Style;
import ballast.app.page.Style.Links;
import ballast.app.project.ProgramParts;
import ballast.cli.option.OutputOptions.Text;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.TerminalNotices;
import com.google.errorprone.annotations.FormatMethod;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Base of the commands: their console, common options and messages. Options of a base class come
 * before those of the command; those that the help shows last have {@link #LAST} as their order.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = ConsoleCommand.VersionProvider.class)
public abstract class ConsoleCommand implements Callable<Integer> {

  public enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Order of the options after all others in the help; {@link #LAST} - 1 comes before them. */
  protected static final int LAST = 100;

  @SuppressWarnings("NullAway.Init") // runOn sets it
  protected Console console;

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

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  protected CommandSpec spec;

  /** Sets the console before the command runs; picocli makes commands without it. */
  public final void runOn(Console shown) {
    console = shown;
  }

  protected final Style style() {
    return style(console);
  }

  protected final Style style(Console shown) {
    boolean on = colour == Colour.ALWAYS || (colour == Colour.AUTO && shown.allowsColour());
    Links links = hyperlink == Colour.ALWAYS ? shown.links() : null;
    return new Style(
        shown.widths().out(),
        on,
        hyperlink == Colour.AUTO ? shown.shownLinks() : links,
        shown.language());
  }

  /** The head of a page: in the user's language, of today. */
  protected final Imprint imprint() {
    return Imprint.of(console.workplace(), /* isChinese= */ console.language() != null);
  }

  /** Returns the receiver of messages, always the same one. */
  protected final Notices notices() {
    Notices made = notices;
    if (made == null) {
      made = TerminalNotices.on(console, style(), quiet, verbose);
      notices = made;
    }
    return made;
  }

  protected final void say(String message) {
    notices().say(message);
  }

  @FormatMethod
  protected final void say(String format, Object... args) {
    notices().say(format, args);
  }

  protected final void warn(String message) {
    notices().warn(message);
  }

  @FormatMethod
  protected final void warn(String format, Object... args) {
    notices().warn(format, args);
  }

  protected final void print(Text text) {
    OutputOptions.print(console, text);
  }

  /** Prints a report in one of two forms. */
  protected final void print(boolean json, Text asJson, Text asText) {
    print(json ? asJson : asText);
  }

  /**
   * Rejects a command line.
   *
   * @throws picocli.CommandLine.ParameterException if {@code wrong}; picocli prints the message
   *     with a hint
   */
  protected final void refuse(boolean wrong, String message) {
    Misuse.refuse(wrong, spec, message);
  }

  @FormatMethod
  protected final void refuse(boolean wrong, String format, Object... args) {
    if (wrong) {
      Misuse.refuse(wrong, spec, String.format(Locale.ROOT, format, args));
    }
  }

  /** The output of {@code ballast COMMAND --version}. */
  public static final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return ProgramText.lines(ProgramParts.running()).toArray(new String[0]);
    }
  }

  /**
   * The main options of a command, in the order of {@code --help}; {@code --help-all} shows the
   * others too. Without this annotation, {@code --help} shows all options except those of every
   * command.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  public @interface MainOptions {

    /** The longest name of each option, for example {@code --output}; at most six. */
    String[] value();
  }
}
