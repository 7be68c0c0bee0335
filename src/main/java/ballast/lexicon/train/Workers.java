package ballast.lexicon.train;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Runs numbered tasks on several threads. Tasks must not depend on one another nor on which thread
 * runs them, so that the result is the same for any number of threads.
 */
final class Workers implements AutoCloseable {

  private final ForkJoinPool pool;

  Workers(int threads) {
    this.pool = new ForkJoinPool(threads);
  }

  /** Runs the tasks 0 to {@code tasks - 1} and waits for them. */
  void run(int tasks, IntConsumer task) {
    // A parallel stream started inside a pool stays in it.
    ForkJoinTask<?> all = pool.submit(() -> IntStream.range(0, tasks).parallel().forEach(task));
    all.join();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
