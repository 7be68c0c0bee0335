package ballast.spark.job;

import java.io.IOException;
import java.io.InputStream;

/**
 * The process that has started this one. It keeps our standard input open, so that its end is ours,
 * also if it is killed.
 */
final class StartingProcess {

  private StartingProcess() {}

  /** Ends this process when that one has ended. */
  static void watch() {
    Thread watching = new Thread(() -> waitFor(System.in), "starting process");
    watching.setDaemon(true);
    watching.start();
  }

  private static void waitFor(InputStream input) {
    try {
      while (input.read() >= 0) {
        // Nothing is sent.
      }
    } catch (IOException e) {
      // That is its end, too.
    }
    System.exit(1);
  }
}
