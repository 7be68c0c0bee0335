package ballast.memory.index;

import org.sqlite.SQLiteJDBCLoader;

/** Loads what opening a memory will need, while another processor reads the command line. */
public final class HeadStart implements Runnable {

  /** The last Java that has the older data on languages and says nothing against them. */
  private static final int COMPATIBLE = 20;

  private HeadStart() {}

  /** Begins, and does not keep the program from ending. */
  public static void begin() {
    // The driver makes a calendar that nobody needs: with these data in a tenth of the time.
    if (Runtime.version().feature() <= COMPATIBLE
        && System.getProperty("java.locale.providers") == null) {
      System.setProperty("java.locale.providers", "COMPAT");
    }
    Thread thread = new Thread(new HeadStart(), "head start");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      // Whoever opens a memory meanwhile waits for it.
      SQLiteJDBCLoader.initialize();
      Class.forName(SlotTexts.class.getName());
      Class.forName(MatchMaker.class.getName());
    } catch (Exception | LinkageError e) {
      // Opening the memory meets it again and tells the user.
    }
  }
}
