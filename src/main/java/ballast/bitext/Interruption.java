package ballast.bitext;

import java.util.concurrent.CancellationException;

/**
 * Ends long work on a document after its thread was interrupted, because its result is no longer
 * needed. Loops over sentences call it; a call only reads a flag.
 */
public final class Interruption {

  private Interruption() {}

  /**
   * @throws CancellationException if this thread has been interrupted; it stays interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
