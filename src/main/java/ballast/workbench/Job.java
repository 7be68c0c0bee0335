package ballast.workbench;

import ballast.bitext.InputException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Does long work in the background, one piece after the other, and tells its progress. Thread-safe.
 *
 * @param <T> the result during the work and at its end; immutable
 */
public final class Job<T> implements AutoCloseable {

  /**
   * The state of the job.
   *
   * @param running also true while work waits
   * @param value the result of the current or last work
   * @param error reason and hint if that work failed, else ""
   */
  public record State<T>(boolean running, T value, String error) {}

  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does the work.
     *
     * @param show receives intermediate results
     * @throws InputException if the work fails
     */
    T run(Consumer<T> show);
  }

  private final Consumer<Throwable> failures;
  private final ExecutorService worker;
  private State<T> state;
  private int waiting;

  /**
   * @param idle the result before any work
   * @param failures receives internal errors
   */
  public Job(String name, T idle, Consumer<Throwable> failures) {
    this.state = new State<>(false, idle, "");
    this.failures = failures;
    this.worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  public synchronized State<T> state() {
    return state;
  }

  /**
   * Queues a piece of work.
   *
   * @param first the result until the work shows another
   */
  public synchronized void start(T first, Work<T> work) {
    waiting++;
    state = new State<>(true, first, "");
    worker.execute(() -> new Run(first).run(work));
  }

  private synchronized void set(T value, String error, boolean ended) {
    waiting -= ended ? 1 : 0;
    state = new State<>(waiting > 0, value, error);
  }

  /** Interrupts the current work. */
  @Override
  public void close() {
    worker.shutdownNow();
  }

  private final class Run {

    private T shown;

    private Run(T first) {
      this.shown = first;
    }

    void run(Work<T> work) {
      String error = "";
      try {
        shown = work.run(this::show);
      } catch (InputException e) {
        error = said(e);
      } catch (RuntimeException | Error e) {
        if (InputException.isOfFullDisk(e)) {
          error = said(InputException.fullDisk(e));
        } else {
          failures.accept(e);
          error = "an error in Ballast: " + e;
        }
      }
      set(shown, error, /* ended= */ true);
    }

    private static String said(InputException e) {
      return e.getMessage() + (e.hint().isEmpty() ? "" : "\n" + e.hint());
    }

    private void show(T value) {
      shown = value;
      set(value, "", /* ended= */ false);
    }
  }
}
