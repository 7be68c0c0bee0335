package ballast.workbench;

import ballast.app.Notices;
import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps a result that takes long to compute from files. It is computed in the background, and again
 * when one of the files has changed. Thread-safe.
 *
 * @param <T> the result; immutable
 */
public final class KeptResult<T> implements AutoCloseable {

  /**
   * The state of the result.
   *
   * @param running whether it is being computed
   * @param share progress in percent; 0 if unknown
   * @param value the last result, which may be older than the files
   * @param error reason and hint if the last attempt failed, else ""
   * @param outdated whether the files have changed and no update was requested yet
   */
  public record State<T>(boolean running, int share, T value, String error, boolean outdated) {}

  @FunctionalInterface
  public interface Work<T> {

    /**
     * Computes the result.
     *
     * @param show receives intermediate results
     * @throws InputException if the computation fails
     */
    T run(Consumer<T> show, Notices progress);
  }

  /** A change of the files by this program, which knows the new result. */
  @FunctionalInterface
  public interface Change<T, E extends Exception> {

    /** Makes the change, and returns the result afterwards. */
    T make(T known) throws E;
  }

  private final Supplier<String> stamp;
  private final Work<T> work;
  private final Job<Integer> job;
  private T value;

  /** The stamp of the files that {@link #value} is or will be computed from; "" for none. */
  private String asked = "";

  /**
   * @param job computes the result
   * @param idle the result before the first computation
   * @param stamp changes when a file changes; must be fast
   */
  public KeptResult(Job<Integer> job, T idle, Supplier<String> stamp, Work<T> work) {
    this.job = job;
    this.value = idle;
    this.stamp = stamp;
    this.work = work;
  }

  public static Job<Integer> job(String name, Consumer<Throwable> failures) {
    return new Job<>(name, 0, failures);
  }

  /** Returns the present result, and starts an update if the files have changed. */
  public synchronized State<T> state() {
    String now = stamp.get();
    if (!now.equals(asked)) {
      asked = now;
      job.start(
          0,
          show -> {
            run(now, show);
            return 0;
          });
    }
    return shown(now);
  }

  /** Returns the present result without starting an update. */
  public synchronized State<T> known() {
    return shown(stamp.get());
  }

  private State<T> shown(String now) {
    Job.State<Integer> state = job.state();
    return new State<>(state.running(), state.value(), value, state.error(), !now.equals(asked));
  }

  /** Skips work that a change has made obsolete. */
  private void run(String now, Consumer<Integer> show) {
    if (isAsked(now)) {
      try {
        take(work.run(shown -> take(shown, now), new Share(show)), now);
      } catch (LostMemoryException e) {
        doubt(); // the server may be reachable again, with the same memory
        throw e;
      }
    }
  }

  private synchronized boolean isAsked(String now) {
    return now.equals(asked);
  }

  /** Drops a result that a change has made obsolete; another follows. */
  private synchronized void take(T result, String now) {
    if (now.equals(asked)) {
      value = result;
    }
  }

  /**
   * Changes files and result together. A correct result stays correct; otherwise it is computed
   * again.
   */
  public synchronized <E extends Exception> void change(Change<T, E> change) throws E {
    boolean isCurrent = !job.state().running() && stamp.get().equals(asked);
    value = change.make(value);
    asked = isCurrent ? stamp.get() : "";
  }

  /** Marks the result as doubtful, so that the next request computes it again. */
  public synchronized void doubt() {
    asked = "";
  }

  @Override
  public void close() {
    job.close();
  }

  private record Share(Consumer<Integer> show) implements Notices {

    @Override
    public void say(String message) {}

    @Override
    public void detail(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void progress(Supplier<String> what, long done, long all) {
      show.accept(all <= 0 ? 0 : (int) (done * 100 / all));
    }
  }
}
