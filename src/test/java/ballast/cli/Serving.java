package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.concurrent.TimeUnit;

/** Runs a command that serves until it is interrupted. */
final class Serving {

  private static final int PATIENCE_SECONDS = 60;

  private Serving() {}

  @FunctionalInterface
  interface Visit {
    void at(String address) throws Exception;
  }

  /** Waits until the command says where it listens, visits it and interrupts it. */
  static CommandRunner.Outcome run(CommandRunner runner, String line, Visit visit)
      throws Exception {
    String[] args = ShellWords.split(line);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int[] status = {-1};
    Thread thread = new Thread(() -> status[0] = Main.run(runner.console("", out, err), args));
    thread.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (thread.isAlive() && out.toString().indexOf('\n') < 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    try {
      String said = out.toString();
      if (thread.isAlive()) {
        assertThat(said).startsWith("listening on http://").endsWith("\n");
        visit.at(said.strip().substring("listening on ".length()));
      }
    } finally {
      thread.interrupt();
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
    assertThat(thread.isAlive()).isFalse();
    return new CommandRunner.Outcome(status[0], out.toString(), err.toString());
  }
}
