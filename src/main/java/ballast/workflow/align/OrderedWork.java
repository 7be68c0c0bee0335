package ballast.workflow.align;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Does work on several threads and hands the results over on the calling thread, in the order in
 * which the items were added, independently of the threads. The number of items in progress is
 * limited, so that neither items nor results accumulate.
 *
 * @param <T> an item
 * @param <R> its result
 */
final class OrderedWork<T, R> implements AutoCloseable {

  /** Takes results, on the calling thread. */
  interface Receiver<T, R> {
    void done(T item, R result);

    /** The work threw {@code cause}. */
    void failed(T item, Throwable cause);

    /** Called now and then while waiting for the next result. */
    void waiting();
  }

  private static final int ITEMS_A_THREAD = 4;
  private static final long MAX_BYTES = 16L << 20;
  private static final long PATIENCE_MS = 200;

  /** An item in progress. */
  private record Pending<T, R>(T item, long bytes, Future<R> result) {}

  private final ExecutorService threads;
  private final int window;
  private final Function<T, R> work;
  private final Receiver<T, R> receiver;
  private final Deque<Pending<T, R>> pending = new ArrayDeque<>();
  private long bytes;

  /**
   * @param threads how many; at least 1
   * @param work runs on any of them, several at a time
   */
  OrderedWork(int threads, Function<T, R> work, Receiver<T, R> receiver) {
    this.threads = Executors.newFixedThreadPool(threads, OrderedWork::thread);
    this.window = threads * ITEMS_A_THREAD;
    this.work = work;
    this.receiver = receiver;
  }

  /**
   * Adds an item; first hands over results until there is room for it.
   *
   * @param size its size in bytes; large items are not processed at the same time
   */
  void add(T item, long size) {
    while (!pending.isEmpty() && (pending.size() >= window || bytes + size > MAX_BYTES)) {
      handOver(pending.removeFirst());
    }
    bytes += size;
    pending.add(new Pending<>(item, size, threads.submit(() -> work.apply(item))));
  }

  /** Hands over all remaining results. */
  void finish() {
    while (!pending.isEmpty()) {
      handOver(pending.removeFirst());
    }
  }

  /** Cancels all remaining work. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void handOver(Pending<T, R> first) {
    bytes -= first.bytes();
    R result;
    try {
      result = result(first.result());
    } catch (ExecutionException e) {
      receiver.failed(first.item(), e.getCause() == null ? e : e.getCause());
      return;
    }
    receiver.done(first.item(), result);
  }

  private R result(Future<R> future) throws ExecutionException {
    while (true) {
      try {
        return future.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        receiver.waiting();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while aligning", e);
      }
    }
  }

  /** A thread that does not keep the program alive when the command has failed. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "align");
    thread.setDaemon(true);
    return thread;
  }
}
