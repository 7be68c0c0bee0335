package ballast.cli.tm;

import ballast.app.documents.Direction.SearchSide;
import ballast.cli.option.ConsoleCommand.Colour;
import ballast.cli.terminal.Console;
import ballast.likeness.Score;
import ballast.memory.opening.Memories;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shortens the lookup of one sentence, which takes most of its time to start. It loads the memory's
 * driver in parallel and parses a plain command line without picocli.
 */
public final class QuickStart implements Runnable {

  /** Result for a command line that picocli must parse. */
  public static final int NOT_PLAIN = -1;

  /** The last Java version that has the older locale data without a warning. */
  private static final int COMPATIBLE = 20;

  private QuickStart() {}

  /**
   * Starts to load the classes for opening a memory while another processor parses the command
   * line. Uses a daemon thread, so the program can end.
   */
  public static void begin(String... args) {
    if (!PlainSearch.isMeant(args)) {
      return;
    }
    // The driver creates a calendar that it never uses. With the older locale data this takes a
    // tenth of the time.
    if (Runtime.version().feature() <= COMPATIBLE
        && System.getProperty("java.locale.providers") == null) {
      System.setProperty("java.locale.providers", "COMPAT");
    }
    Thread thread = new Thread(new QuickStart(), "head start");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    Memories.headStart();
  }

  /** Runs a plain {@code tm search}. Returns its exit status, or {@link #NOT_PLAIN}. */
  public static int search(Console console, String... args) {
    TmSearchCommand command = PlainSearch.read(console, args);
    return command == null ? NOT_PLAIN : command.search();
  }

  /**
   * Parses a plain {@code tm search} without picocli, which takes longer to load than a lookup. An
   * accepted command line means the same as with picocli. Picocli parses all others, including
   * those with an error.
   */
  static final class PlainSearch {

    private static final int MAX_DIGITS = 6;

    private final TmSearchCommand command;
    private final Set<String> seen = new HashSet<>();

    private PlainSearch(TmSearchCommand command) {
      this.command = command;
    }

    /** Whether a command line may be a plain search. */
    static boolean isMeant(String... args) {
      return args.length > 2 && args[0].equals("tm") && args[1].equals("search");
    }

    /** Returns the command with its options set, or null if picocli must parse the command line. */
    static @Nullable TmSearchCommand read(Console console, String... args) {
      if (!isMeant(args)) {
        return null;
      }
      TmSearchCommand command = new TmSearchCommand();
      command.runOn(console);
      return new PlainSearch(command).takes(args) ? command : null;
    }

    private boolean takes(String... args) {
      int at = 2;
      while (at < args.length) {
        int taken = take(args[at], at + 1 < args.length ? args[at + 1] : "");
        if (taken == 0) {
          return false;
        }
        at += taken;
      }
      return command.text == null
          ? command.queries != null && command.before.isEmpty() && command.after.isEmpty()
          : command.queries == null;
    }

    /** Returns the number of arguments consumed, or 0 if picocli must parse the command line. */
    private int take(String arg, String next) {
      if (!arg.startsWith("-")) {
        return takeText(arg) ? 1 : 0;
      }
      if (takeFlag(arg)) {
        return 1;
      }
      int sign = arg.indexOf('=');
      return sign < 0
          ? takeOption(arg, next) ? 2 : 0
          : takeOption(arg.substring(0, sign), arg.substring(sign + 1)) ? 1 : 0;
    }

    private boolean takeText(String text) {
      if (text.isEmpty() || command.text != null) {
        return false;
      }
      command.text = text;
      return true;
    }

    private boolean takeFlag(String arg) {
      switch (arg) {
        case "--json" -> command.json = true;
        case "-q", "--quiet" -> command.quiet = true;
        case "-v", "--verbose" -> command.verbose = true;
        case "--no-pager" -> command.noPager = true;
        default -> {
          return false;
        }
      }
      return seen.add(arg.replace("--", "-").substring(0, 2));
    }

    private boolean takeOption(String name, String value) {
      if (value.isEmpty() || value.startsWith("-") || !seen.add(name)) {
        return false;
      }
      switch (name) {
        case "--tm" -> command.memory.choose(value);
        case "--file" -> command.queries = value;
        case "--before" -> command.before = value;
        case "--after" -> command.after = value;
        case "--min" -> command.minScore = number(value);
        case "--limit" -> command.limit = number(value);
        case "--in" -> {
          return takeSide(value);
        }
        case "--color", "--hyperlink" -> {
          return takeColour(name, value);
        }
        default -> {
          return false;
        }
      }
      return command.limit >= 1
          && command.minScore >= Score.MIN_THRESHOLD
          && command.minScore <= Score.FULL;
    }

    private boolean takeSide(String value) {
      for (SearchSide side : SearchSide.values()) {
        if (side.toString().equals(value)) {
          command.in = side;
          return true;
        }
      }
      return false;
    }

    private boolean takeColour(String name, String value) {
      for (Colour when : Colour.values()) {
        if (when.toString().equals(value)) {
          if (name.equals("--color")) {
            command.colour = when;
          } else {
            command.hyperlink = when;
          }
          return true;
        }
      }
      return false;
    }

    /** Returns the value of a decimal number; otherwise 0, which no option accepts. */
    private static int number(String value) {
      boolean plain = value.length() <= MAX_DIGITS && value.charAt(0) != '0';
      for (int i = 0; i < value.length(); i++) {
        plain &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
      }
      return plain ? Integer.parseInt(value) : 0;
    }
  }
}
