package ballast.cli.option;

import ballast.app.Notices;
import ballast.app.page.ProgramText;
import ballast.app.page.Style;
import ballast.app.page.Style.Links;
import ballast.app.project.ProgramParts;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.TerminalNotices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

public final class CommonOptions {

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

  public Style style(Console console) {
    boolean on = colour == Colour.ALWAYS || (colour == Colour.AUTO && console.allowsColour());
    return new Style(console.widths().out(), on, hyperlink == Colour.NEVER ? null : links(console));
  }

  private @Nullable Links links(Console console) {
    return hyperlink == Colour.ALWAYS ? console.links() : console.shownLinks();
  }

  /** Returns the receiver of messages, always the same one. */
  public Notices notices(Console console) {
    Notices made = notices;
    if (made == null) {
      made = TerminalNotices.on(console, style(console), quiet, verbose);
      notices = made;
    }
    return made;
  }

  public void say(Console console, String message) {
    notices(console).say(message);
  }

  public void detail(Console console, String message) {
    notices(console).detail(message);
  }

  /** Writes a warning, even with {@code -q}. */
  public void warn(Console console, String message) {
    notices(console).warn(message);
  }

  /**
   * The subcommands of a command, by name. If the command line names one of them, only that one is
   * built: reading the annotations of all takes longer than a lookup.
   */
  public static final class Subcommands {

    private final Map<String, Function<Console, Object>> makers = new LinkedHashMap<>();

    /**
     * @param maker makes a command or its {@link CommandLine}
     */
    public Subcommands with(String name, Function<Console, Object> maker) {
      makers.put(name, maker);
      return this;
    }

    /**
     * @param wanted the only subcommand to build; if there is none of this name, all are built
     */
    public void addTo(CommandLine command, Console console, String wanted) {
      Function<Console, Object> one = makers.get(wanted);
      if (one == null) {
        makers.forEach((name, maker) -> command.addSubcommand(name, maker.apply(console)));
      } else {
        command.addSubcommand(wanted, one.apply(console));
      }
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

  /**
   * Rejects a command line. If a class throws picocli's exception itself, Java loads the exception
   * to verify the class, and searches all libraries for it, at every start.
   */
  public static final class Misuse {

    private Misuse() {}

    /**
     * @throws ParameterException if {@code wrong}; picocli prints the message with a hint
     */
    public static void refuse(boolean wrong, CommandSpec spec, String message) {
      if (wrong) {
        throw new ParameterException(spec.commandLine(), message);
      }
    }
  }
}
