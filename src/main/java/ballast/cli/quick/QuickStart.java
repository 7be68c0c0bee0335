package ballast.cli.quick;

import ballast.cli.terminal.Console;
import ballast.memory.opening.Memories;

/**
 * The start of a program that looks up one sentence, of whose time the start is most: the driver of
 * the memory is loaded beside, and a plain command line is read without picocli.
 */
public final class QuickStart implements Runnable {

  /** The line is for picocli. */
  public static final int NOT_PLAIN = -1;

  /** The last Java that has the older data on languages and says nothing against them. */
  private static final int COMPATIBLE = 20;

  private QuickStart() {}

  /**
   * Begins to load what opening a memory will need, while another processor reads the command line;
   * does not keep the program from ending.
   */
  public static void begin(String... args) {
    if (!PlainSearch.isMeant(args)) {
      return;
    }
    // The driver makes a calendar that nobody needs: with these data in a tenth of the time.
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
