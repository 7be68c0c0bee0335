package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.app.page.PageLanguage;
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
 * @param out standard output for data, in UTF-8 whatever the locale
 * @param err standard error for messages, in UTF-8 whatever the locale
 * @param directory the working directory, absolute
 * @param clock the time; tests fix it
 * @param heartbeat keeps a status line current
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
   * The size of the terminal.
   *
   * @param out columns of the terminal that standard output goes to; 0 for a file or a pipe
   * @param err columns of the terminal that standard error goes to; 0 for a file or a pipe
   * @param rows height of the terminal; 0 if unknown
   */
  public record Widths(int out, int err, int rows) {}

  private static final int MAX_COLUMNS = 1000;

  /**
   * Returns the console of this process. The launcher passes the size of the terminal in the system
   * properties {@code ballast.columns}, {@code ballast.err.columns} and {@code ballast.rows}. The
   * Windows launcher cannot tell which stream is the terminal, and passes {@code
   * ballast.console.columns}.
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

  /** Assumes that messages go to the same place as standard output. */
  private static Widths ofWindow(int columns) {
    return new Widths(columns, columns, 0);
  }

  /** Returns the language of messages and reports; null for English. */
  public @Nullable PageLanguage language() {
    return err.language();
  }

  /** Enables the pager, if there is one and it is wanted. */
  public void page() {
    Pager.of(environment, widths.out(), widths.rows()).ifPresent(out::page);
  }

  public Workplace workplace() {
    Workplace plain = new Workplace(directory, in, clock, user()).withEnvironment(environment);
    String names = environment.getOrDefault(Workplace.GLOSSARIES, "");
    return names.isEmpty() ? plain : plain.withGlossaries(names);
  }

  /**
   * Resolves a file name in the working directory.
   *
   * @throws ballast.bitext.InputException if it is not a valid file name
   */
  public Path resolve(String name) {
    return workplace().resolve(name);
  }

  /**
   * Returns the path relative to the working directory, or the absolute path if the file is outside
   * it.
   */
  public String shown(Path file) {
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }

  /** The user's name from the environment, or "". */
  public String user() {
    return environment.getOrDefault(
        "BALLAST_AUTHOR",
        environment.getOrDefault("USER", environment.getOrDefault("USERNAME", "")));
  }

  /** Whether colour is allowed: standard output is a terminal, and NO_COLOR is not set. */
  public boolean allowsColour() {
    String noColour = environment.get("NO_COLOR");
    return widths.out() > 0
        && (noColour == null || noColour.isEmpty())
        && !"dumb".equals(environment.get("TERM"));
  }

  public Links links() {
    return FileLinks.of(directory, environment);
  }

  /** Returns {@link #links} if standard output is a terminal that shows links, else null. */
  public @Nullable Links shownLinks() {
    return widths.out() > 0 && FileLinks.areShown(environment) ? links() : null;
  }

  /**
   * Returns this console with the width of the terminal of git's pager, from the variable COLUMNS.
   */
  public Console behindPager() {
    int wide = columns(environment.getOrDefault("COLUMNS", "0"));
    Widths paged = new Widths(wide, widths.err(), widths.rows());
    return new Console(in, out, err, directory, environment, clock, paged, heartbeat);
  }

  /** Maximum width of a status line on {@code err}; 0 for none. */
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

  /** Repeats an action so that the status line stays current while its work reports no progress. */
  @FunctionalInterface
  public interface Heartbeat {

    /** Never calls the action; for tests. */
    Heartbeat NONE = beat -> {};

    /**
     * Starts to call the action on another thread.
     *
     * @param beat must return quickly
     */
    void start(Runnable beat);

    /** Returns a heartbeat of two beats a second, until the process ends. */
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

  private static final class WindowsConsole {

    private WindowsConsole() {}

    /**
     * Whether standard input and output are the console window. Java cannot tell about standard
     * error.
     */
    @SuppressWarnings("SystemConsoleNull") // it returns null before Java 22
    static boolean isShown() {
      java.io.Console window = System.console();
      return window != null && isTerminal(window);
    }

    /** Since Java 22 the console may not be a terminal; the new method isTerminal tells. */
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

  /**
   * @param directory the base of relative file names, absolute
   * @param host the name of this computer, for terminals on another one; may be ""
   */
  private record FileLinks(Path directory, String host) implements Links {

    /** The first version of VTE, the terminal of GNOME and others, that does not crash on links. */
    private static final int VTE = 5001;

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
     * Whether the terminal is known to show links. {@code FORCE_HYPERLINK} overrides the list;
     * {@code 0} disables links. The list is from the library supports-hyperlinks.
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

    /** Percent-encodes every byte except letters, digits and {@code / . _ ~ : -}. */
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
