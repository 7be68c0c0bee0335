package ballast.workflow.align;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread for work that may take too long. It ends with the program, even in the midst of it. */
final class TimedThread implements AutoCloseable {

  private final ExecutorService thread;

  TimedThread(String name) {
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Does work and waits for it.
   *
   * @throws TimeoutException if it takes longer; it is interrupted then, and this object is used up
   */
  <T> T call(Callable<T> work, Duration limit) throws TimeoutException {
    Future<T> result = thread.submit(work);
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.shutdownNow();
      throw e;
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  private static RuntimeException thrown(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException e
        ? e
        : new IllegalStateException(failure.getCause());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
