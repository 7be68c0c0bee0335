package ballast.bitext;

import java.util.concurrent.CancellationException;

/**
 * Ends long work on one document whose thread has been interrupted, because nobody waits for its
 * result any more. Loops over sentences ask it; it costs the reading of a flag.
 */
public final class Interruption {

  private Interruption() {}

  /**
   * Does nothing, unless this thread has been interrupted. The thread stays interrupted.
   *
   * @throws CancellationException if it has been
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
