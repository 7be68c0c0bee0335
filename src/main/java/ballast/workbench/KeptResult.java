package ballast.workbench;

import ballast.app.Notices;
import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps what takes long to find out from files. It is found out in the background, and again when
 * one of the files has changed. Thread-safe.
 *
 * @param <T> what is found out; immutable
 */
public final class KeptResult<T> implements AutoCloseable {

  /**
   * What is known.
   *
   * @param running whether something is being found out
   * @param share how much of that is done, in percent; 0 if it cannot be said
   * @param value the last result, which may be of files that have changed since
   * @param error why the last attempt failed, with what to try; empty if it did not
   * @param outdated whether the files have changed since, and nobody has asked again
   */
  public record State<T>(boolean running, int share, T value, String error, boolean outdated) {}

  /** Finds it out. */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Finds it out.
     *
     * @param show takes what is known so far
     * @param progress takes how far the work is
     * @throws InputException if it cannot be found out
     */
    T run(Consumer<T> show, Notices progress);
  }

  /** A change of the files by this program, which knows the new result. */
  @FunctionalInterface
  public interface Change<T, E extends Exception> {

    /**
     * Makes it.
     *
     * @param known the result until now
     * @return the result afterwards
     */
    T make(T known) throws E;
  }

  private final Supplier<String> stamp;
  private final Work<T> work;
  private final Job<Integer> job;
  private T value;

  /** The state of the files that {@link #value} is about, or will be about; empty: of none. */
  private String asked = "";

  /**
   * @param job does it
   * @param idle the result before anything is known
   * @param stamp differs when a file has changed; cheap
   */
  public KeptResult(Job<Integer> job, T idle, Supplier<String> stamp, Work<T> work) {
    this.job = job;
    this.value = idle;
    this.stamp = stamp;
    this.work = work;
  }

  /** A job for {@link KeptResult}. */
  public static Job<Integer> job(String name, Consumer<Throwable> failures) {
    return new Job<>(name, 0, failures);
  }

  /** What is known so far; if the files have changed, it is found out from now on. */
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

  /** What is known so far; nothing is started. */
  public synchronized State<T> known() {
    return shown(stamp.get());
  }

  private State<T> shown(String now) {
    Job.State<Integer> state = job.state();
    return new State<>(state.running(), state.value(), value, state.error(), !now.equals(asked));
  }

  /** What was overtaken by a change is not begun. */
  private void run(String now, Consumer<Integer> show) {
    if (isAsked(now)) {
      try {
        take(work.run(shown -> take(shown, now), new Share(show)), now);
      } catch (LostMemoryException e) {
        doubt(); // the server may be there again, with the same memory
        throw e;
      }
    }
  }

  private synchronized boolean isAsked(String now) {
    return now.equals(asked);
  }

  /** A result that was overtaken by a change is not shown: another follows. */
  private synchronized void take(T result, String now) {
    if (now.equals(asked)) {
      value = result;
    }
  }

  /**
   * Changes files and result together. A result that was right before is right afterwards; else it
   * is found out again.
   */
  public synchronized <E extends Exception> void change(Change<T, E> change) throws E {
    boolean isCurrent = !job.state().running() && stamp.get().equals(asked);
    value = change.make(value);
    asked = isCurrent ? stamp.get() : "";
  }

  /** The result may be wrong: it is found out again when it is asked for. */
  public synchronized void doubt() {
    asked = "";
  }

  @Override
  public void close() {
    job.close();
  }

  /** Passes on how much is done. */
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
