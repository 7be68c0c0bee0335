package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.workflow.Workplace;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/**
 * The environment of a command, which a test can replace.
 *
 * @param in standard input
 * @param out standard output: data, UTF-8 whatever the locale
 * @param err standard error: messages, UTF-8 whatever the locale
 * @param directory the working directory, absolute
 * @param environment environment variables
 * @param clock the time; a test gives a fixed one
 * @param widths of the terminal
 * @param heartbeat keeps a status line alive
 */
public record Console(
    InputStream in,
    StandardOutput out,
    MessageStream err,
    Path directory,
    Map<String, String> environment,
    InstantSource clock,
    Widths widths,
    Heartbeat heartbeat) {

  /**
   * Widths of the terminal in columns, by stream.
   *
   * @param out width of the terminal that {@code out} is; 0 when it is a file or a pipe
   * @param err width of the terminal that {@code err} is; 0 when it is a file or a pipe
   */
  public record Widths(int out, int err) {}

  private static final int MAX_COLUMNS = 1000;

  /**
   * The real one. The launcher says in {@code ballast.columns} and {@code ballast.err.columns} how
   * wide the terminal is. The one of Windows cannot tell which stream is the terminal, and says
   * {@code ballast.console.columns}.
   */
  public static Console system() {
    String window = System.getProperty("ballast.console.columns");
    Widths widths =
        window == null
            ? new Widths(
                columns(System.getProperty("ballast.columns", "0")),
                columns(System.getProperty("ballast.err.columns", "0")))
            : WindowsConsole.widths(columns(window));
    MessageStream err = new MessageStream(writer(FileDescriptor.err));
    return new Console(
        System.in,
        StandardOutput.ofProcess(writer(FileDescriptor.out), widths.out() > 0, err),
        err,
        Path.of("").toAbsolutePath(),
        System.getenv(),
        Clock.systemUTC(),
        widths,
        Heartbeat.ofProcess());
  }

  /** The workplace for use cases. */
  public Workplace workplace() {
    return new Workplace(directory, in, clock, user());
  }

  /**
   * Resolves the name of a file in the working directory.
   *
   * @throws ballast.bitext.InputException if it is not a valid file name
   */
  public Path resolve(String name) {
    return workplace().resolve(name);
  }

  /** The path of a file relative to the working directory; absolute if it is outside. */
  public String shown(Path file) {
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }

  /** The user's name from the environment; empty if unknown. */
  public String user() {
    return environment.getOrDefault(
        "BALLAST_AUTHOR",
        environment.getOrDefault("USER", environment.getOrDefault("USERNAME", "")));
  }

  /** Whether colour may be used on the terminal, by {@code --color} and {@code NO_COLOR}. */
  public boolean allowsColour() {
    String noColour = environment.get("NO_COLOR");
    return widths.out() > 0
        && (noColour == null || noColour.isEmpty())
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The same, writing to the terminal of git's pager: git says in COLUMNS how wide it is. */
  public Console behindPager() {
    int wide = columns(environment.getOrDefault("COLUMNS", "0"));
    Widths paged = new Widths(wide, widths.err());
    return new Console(in, out, err, directory, environment, clock, paged, heartbeat);
  }

  /** The maximum width of a status line on {@code err}; 0: no status line. */
  public int progressColumns() {
    return "dumb".equals(environment.get("TERM")) ? 0 : widths.err();
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8));
  }

  private static int columns(String property) {
    try {
      return Math.max(0, Math.min(MAX_COLUMNS, Integer.parseInt(property.strip())));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
