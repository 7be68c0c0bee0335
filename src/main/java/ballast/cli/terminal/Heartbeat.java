package ballast.cli.terminal;

import java.time.Duration;

/** Calls something again and again, so that a status line goes on while its work is silent. */
@FunctionalInterface
public interface Heartbeat {

  /** Calls nothing; for tests. */
  Heartbeat NONE = beat -> {};

  /**
   * Starts to call it, on another thread.
   *
   * @param beat quick
   */
  void start(Runnable beat);

  /** Twice a second, until the process ends. */
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
