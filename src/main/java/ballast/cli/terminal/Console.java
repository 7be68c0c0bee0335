package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.app.page.Style.Links;
import ballast.cli.terminal.PagedWriter.Pager;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * The size of the terminal, its width by stream.
   *
   * @param out width of the terminal that {@code out} is; 0 when it is a file or a pipe
   * @param err width of the terminal that {@code err} is; 0 when it is a file or a pipe
   * @param rows height of the terminal; 0 if unknown
   */
  public record Widths(int out, int err, int rows) {}

  private static final int MAX_COLUMNS = 1000;

  /**
   * The real one. The launcher says in {@code ballast.columns} and {@code ballast.err.columns} how
   * wide the terminal is, and in {@code ballast.rows} how high. The one of Windows cannot tell
   * which stream is the terminal, and says {@code ballast.console.columns}.
   */
  public static Console system() {
    String window = System.getProperty("ballast.console.columns");
    Widths widths =
        window == null
            ? new Widths(
                columns(System.getProperty("ballast.columns", "0")),
                columns(System.getProperty("ballast.err.columns", "0")),
                columns(System.getProperty("ballast.rows", "0")))
            : ofWindow(WindowsConsole.isShown() ? columns(window) : 0);
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

  /** Messages are taken to go where standard output goes. */
  private static Widths ofWindow(int columns) {
    return new Widths(columns, columns, 0);
  }

  /** Shows what is longer than the screen in a pager, if there is one and it is wanted. */
  public void page() {
    Pager.of(environment, widths.out(), widths.rows()).ifPresent(out::page);
  }

  /** The workplace for use cases. */
  public Workplace workplace() {
    Workplace plain = new Workplace(directory, in, clock, user()).withEnvironment(environment);
    String names = environment.getOrDefault(Workplace.GLOSSARIES, "");
    return names.isEmpty() ? plain : plain.withGlossaries(names);
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

  /** Links to files. */
  public Links links() {
    return FileLinks.of(directory, environment);
  }

  /** The same if standard output is a terminal that shows links; null otherwise. */
  public @Nullable Links shownLinks() {
    return widths.out() > 0 && FileLinks.areShown(environment) ? links() : null;
  }

  /** The same, writing to the terminal of git's pager: git says in COLUMNS how wide it is. */
  public Console behindPager() {
    int wide = columns(environment.getOrDefault("COLUMNS", "0"));
    Widths paged = new Widths(wide, widths.err(), widths.rows());
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

  /** Calls something again and again, so that a status line goes on while its work is silent. */
  @FunctionalInterface
  public interface Heartbeat {

    /** Calls nothing; for tests. */
    Heartbeat NONE = beat -> {};

    /**
     * Starts to call it, on another thread.
     *
     * @param beat quick
     */
    void start(Runnable beat);

    /** Twice a second, until the process ends. */
    static Heartbeat ofProcess() {
      Duration pause = Duration.ofMillis(500);
      return beat -> {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    while (true) {
                      Thread.sleep(pause.toMillis());
                      beat.run();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "progress");
        thread.setDaemon(true);
        thread.start();
      };
    }
  }

  /** What Java knows of the window in which it runs on Windows. */
  private static final class WindowsConsole {

    private WindowsConsole() {}

    /** Whether standard input and output are the window; of standard error Java says nothing. */
    @SuppressWarnings("SystemConsoleNull") // it does return null before Java 22
    static boolean isShown() {
      java.io.Console window = System.console();
      return window != null && isTerminal(window);
    }

    /** From Java 22 on there may be a console that is no terminal, which a new method says. */
    private static boolean isTerminal(java.io.Console window) {
      try {
        return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(window);
      } catch (NoSuchMethodException e) {
        return true;
      } catch (ReflectiveOperationException e) {
        return false;
      }
    }
  }

  /** Links to the files of this computer. */
  private static final class FileLinks implements Links {

    /** The version of VTE, the terminal of GNOME and others, in which links no longer crash it. */
    private static final int VTE = 5001;

    private final Path directory;
    private final String host;

    /**
     * @param directory that names of files are relative to, absolute
     * @param host this computer, which a terminal on another one needs to know; may be empty
     */
    FileLinks(Path directory, String host) {
      this.directory = directory;
      this.host = host;
    }

    /** Those of a folder, as the environment sees them. */
    static Links of(Path directory, Map<String, String> environment) {
      String host = environment.getOrDefault("HOSTNAME", "");
      return new FileLinks(directory, host.isEmpty() ? ownHost() : host);
    }

    private static String ownHost() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "";
      }
    }

    /**
     * Whether a terminal is known to show links; {@code FORCE_HYPERLINK} says so, or with {@code 0}
     * that none are wanted. The list is that of the library supports-hyperlinks.
     */
    static boolean areShown(Map<String, String> environment) {
      String forced = environment.get("FORCE_HYPERLINK");
      if (forced != null && !forced.isEmpty()) {
        return !forced.equals("0");
      }
      String term = environment.getOrDefault("TERM", "");
      if (term.equals("dumb") || !environment.getOrDefault("CI", "").isEmpty()) {
        return false;
      }
      return environment.containsKey("WT_SESSION")
          || environment.containsKey("DOMTERM")
          || number(environment.getOrDefault("VTE_VERSION", "")) >= VTE
          || term.matches("xterm-kitty|xterm-ghostty|alacritty|foot.*|wezterm")
          || environment
              .getOrDefault("TERM_PROGRAM", "")
              .matches("iTerm\\.app|WezTerm|vscode|ghostty|zed|Hyper");
    }

    private static int number(String text) {
      return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public String address(String file) {
      try {
        Path path = directory.resolve(file).normalize();
        if (file.isEmpty() || !Files.isRegularFile(path)) {
          return "";
        }
        String name = path.toString().replace('\\', '/');
        return "file://" + encoded(host) + (name.startsWith("/") ? "" : "/") + encoded(name);
      } catch (InvalidPathException e) {
        return "";
      }
    }

    /** With every byte in percent that is not a letter, a digit or one of {@code / . _ ~ : -}. */
    private static String encoded(String name) {
      StringBuilder encoded = new StringBuilder();
      for (byte b : name.getBytes(UTF_8)) {
        char c = (char) (b & 0xFF);
        boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._~:-".indexOf(c) >= 0);
        encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
      }
      return encoded.toString();
    }
  }
}
