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

  /**
   * The subcommands of a command, by name. If a command line names one of them, only this one is
   * built, because reading the annotations of all of them takes longer than a lookup.
   */
  public static final class Subcommands {

    private final Map<String, Function<Console, Object>> makers = new LinkedHashMap<>();

    /**
     * Adds one at the end.
     *
     * @param maker makes a command or its {@link CommandLine}
     */
    public Subcommands with(String name, Function<Console, Object> maker) {
      makers.put(name, maker);
      return this;
    }

    /**
     * Gives a command its subcommands.
     *
     * @param wanted the only subcommand to build; all are built if there is none of this name
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

  /** What {@code ballast COMMAND --version} prints. */
  public static final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return ProgramText.lines(ProgramParts.running()).toArray(new String[0]);
    }
  }

  /**
   * The options that matter first, in the order in which {@code --help} shows them; {@code
   * --help-all} shows the others too. A command without it shows all but those that every command
   * has.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  public @interface MainOptions {

    /** The longest name of each, for example {@code --output}; at most six. */
    String[] value();
  }

  /**
   * Refuses a command line. A class that throws picocli's exception itself makes Java load it to
   * verify the class, and search all libraries for it, at every start.
   */
  public static final class Misuse {

    private Misuse() {}

    /**
     * Refuses the line if {@code wrong}.
     *
     * @throws ParameterException with this message, which picocli prints with a hint
     */
    public static void refuse(boolean wrong, CommandSpec spec, String message) {
      if (wrong) {
        throw new ParameterException(spec.commandLine(), message);
      }
    }
  }
}
