package ballast.cli.quick;

import ballast.cli.terminal.Console;
import ballast.memory.opening.Memories;

/**
 * Makes the lookup of one sentence start quickly, because starting takes most of its time: the
 * driver of the memory is loaded in parallel, and a plain command line is parsed without picocli.
 */
public final class QuickStart implements Runnable {

  /** Picocli must parse the line. */
  public static final int NOT_PLAIN = -1;

  /** The last Java version that has the older locale data without a warning. */
  private static final int COMPATIBLE = 20;

  private QuickStart() {}

  /**
   * Begins to load the classes for opening a memory while another processor parses the command
   * line; uses a daemon thread, so that the program can end.
   */
  public static void begin(String... args) {
    if (!PlainSearch.isMeant(args)) {
      return;
    }
    // The driver creates a calendar that is never used; with the older locale data this takes a
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

  /** Runs a plain {@code tm search}: its exit status, or {@link #NOT_PLAIN}. */
  public static int search(Console console, String... args) {
    TmSearchCommand command = PlainSearch.read(console, args);
    return command == null ? NOT_PLAIN : command.search();
  }
}
