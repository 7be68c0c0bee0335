package ballast.spark.job;

import java.io.IOException;
import java.io.InputStream;

/**
 * The process that started this one. It keeps our standard input open, so that we end when it does,
 * even if it is killed.
 */
final class StartingProcess {

  private StartingProcess() {}

  /** Ends this process when the starting process ends. */
  static void watch() {
    Thread watching = new Thread(() -> waitFor(System.in), "starting process");
    watching.setDaemon(true);
    watching.start();
  }

  private static void waitFor(InputStream input) {
    try {
      while (input.read() >= 0) {
        // The starting process sends nothing.
      }
    } catch (IOException e) {
      // This also means its end.
    }
    System.exit(1);
  }
}
