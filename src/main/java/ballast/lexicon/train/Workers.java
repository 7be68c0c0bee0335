package ballast.lexicon.train;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Runs numbered tasks on several threads. For the same result with any number of threads, tasks
 * must be independent of each other and of their thread.
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
