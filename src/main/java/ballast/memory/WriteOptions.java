package ballast.memory;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a memory is written to.
 *
 * @param clock gives the times that are recorded, cut to whole seconds
 * @param busyTimeout how long to wait for another process that is writing; at least zero
 */
public record WriteOptions(InstantSource clock, Duration busyTimeout) {

  public static final Duration DEFAULT_BUSY_TIMEOUT = Duration.ofSeconds(10);

  public WriteOptions {
    if (busyTimeout.isNegative()) {
      throw new IllegalArgumentException("busyTimeout " + busyTimeout + " is negative");
    }
  }

  /** Waits up to ten seconds for another writer. */
  public static WriteOptions at(InstantSource clock) {
    return new WriteOptions(clock, DEFAULT_BUSY_TIMEOUT);
  }
}
