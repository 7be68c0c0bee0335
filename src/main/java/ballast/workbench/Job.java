package ballast.workbench;

import ballast.bitext.InputException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Does what takes long in the background, one piece of work after the other, so that a page can ask
 * how far it is. Safe for several threads.
 *
 * @param <T> what there is to show of the work, during it and at its end; immutable
 */
public final class Job<T> implements AutoCloseable {

  /**
   * How far it is.
   *
   * @param running whether something is being done or waits
   * @param value of the current or last piece of work
   * @param error why that could not be done, with what to try; empty if it could
   */
  public record State<T>(boolean running, T value, String error) {}

  /** A piece of work. */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does it.
     *
     * @param show takes what there is to show so far
     * @return what there is to show at the end
     * @throws InputException if it cannot be done
     */
    T run(Consumer<T> show);
  }

  private final Consumer<Throwable> failures;
  private final ExecutorService worker;
  private State<T> state;
  private int waiting;

  /**
   * @param name of the thread
   * @param idle what there is to show before anything is done
   * @param failures gets internal errors
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

  /** How far it is. */
  public synchronized State<T> state() {
    return state;
  }

  /**
   * Does a piece of work as soon as those before it are done.
   *
   * @param first what there is to show until it shows something
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

  /** What has begun is broken off. */
  @Override
  public void close() {
    worker.shutdownNow();
  }

  /** One piece of work. */
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
      return e.getMessage() + (e.hint().isEmpty() ? "" : " – " + e.hint());
    }

    private void show(T value) {
      shown = value;
      set(value, "", /* ended= */ false);
    }
  }
}
