package ballast.app.align;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.article.ArticleBytes;
import ballast.memory.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the pairs of a list on several threads. The calling thread records and writes the results
 * in list order, so that they do not depend on the number or speed of the threads. A pair that
 * cannot be aligned does not stop the others.
 */
final class Batch {

  /**
   * @param finished the revision already made from the article's files; null if there is none
   */
  private record Task(
      PairList.Entry entry,
      long bytes,
      @Nullable Revision finished,
      ArticlePins.PinnedBeads beads,
      LastRevision last) {}

  private record Work(@Nullable Revision finished, ArticleAligner.@Nullable Aligned aligned) {}

  private final Workplace workplace;
  private final ArticleAligner aligner;
  private final BatchMemory memory;
  private final Recorder recorder;
  private final AlignEvents events;
  private final Notices notices;

  Batch(
      Workplace workplace,
      ArticleAligner aligner,
      BatchMemory memory,
      Recorder recorder,
      AlignEvents events,
      Notices notices) {
    this.workplace = workplace;
    this.aligner = aligner;
    this.memory = memory;
    this.recorder = recorder;
    this.events = events;
    this.notices = notices;
  }

  void run(PairList list, int jobs) {
    Queue<ArticleAligner> idle = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < jobs; i++) {
      idle.add(aligner.another());
    }
    events.begins(list.size());
    try (OrderedWork<Task, Work> work =
        new OrderedWork<>(jobs, task -> work(task, idle), new Reporter(list))) {
      for (PairList.Entry entry : list.entries()) {
        Task task = task(entry);
        work.add(task, task.bytes());
      }
      work.finish();
    } finally {
      notices.pause();
      events.ended();
    }
  }

  private Task task(PairList.Entry entry) {
    if (!(entry instanceof PairList.Pair pair)) {
      return new Task(entry, 0, null, ArticlePins.PinnedBeads.NONE, LastRevision.NONE);
    }
    Article article = pair.article();
    Revision latest = memory.latest(article.document()).orElse(null);
    ArticlePins.PinnedBeads beads = memory.beads(article.document());
    Revision finished = latest != null && isMadeFrom(latest, article, beads) ? latest : null;
    LastRevision last =
        finished == null || recorder.needsAlignment() ? memory.last(latest) : LastRevision.NONE;
    return new Task(entry, bytes(entry), finished, beads, last);
  }

  private long bytes(PairList.Entry entry) {
    return entry instanceof PairList.Pair pair
        ? size(pair.article().source()) + size(pair.article().target())
        : 0;
  }

  private long size(String name) {
    try {
      return name.equals("-") ? 0 : Files.size(workplace.resolve(name));
    } catch (IOException | InputException e) {
      return 0;
    }
  }

  /** Called on any thread. */
  private Work work(Task task, Queue<ArticleAligner> idle) {
    if (task.entry() instanceof PairList.Unusable unusable) {
      throw unusable.reason();
    }
    if (!(task.entry() instanceof PairList.Pair pair)) {
      return new Work(null, null);
    }
    Article article = pair.article();
    if (!recorder.isOne()) {
      requireRegular(article.source());
      requireRegular(article.target());
    }
    if (task.finished() != null && !recorder.needsAlignment()) {
      return new Work(task.finished(), null);
    }
    ArticleAligner aligner = idle.remove();
    try {
      return new Work(task.finished(), aligner.align(article, task.beads(), task.last()));
    } finally {
      idle.add(aligner);
    }
  }

  private void requireRegular(String name) {
    ArticleBytes.requireRegular(workplace.resolve(name), name);
  }

  /** Whether the request keeps the pinned beads of a revision of the same files and settings. */
  private boolean isMadeFrom(Revision revision, Article article, ArticlePins.PinnedBeads beads) {
    return !memory.again()
        && article.corrections().isEmpty()
        && !beads.hasDiscarded()
        && revision
            .run()
            .isOf(sha256(article.source()), sha256(article.target()), recorder.settings());
  }

  /**
   * Empty for input that can be read only once, and for unreadable files, which their reader
   * reports.
   */
  private String sha256(String name) {
    if (name.equals("-") || !Files.isRegularFile(workplace.resolve(name))) {
      return "";
    }
    try {
      return Sha256.hex(Files.newInputStream(workplace.resolve(name)));
    } catch (IOException e) {
      return "";
    }
  }

  private final class Reporter implements OrderedWork.Receiver<Task, Work> {

    private final @Nullable BatchProgress progress;

    Reporter(PairList list) {
      long bytes = list.entries().stream().mapToLong(Batch.this::bytes).sum();
      this.progress = recorder.isOne() ? null : new BatchProgress(notices, list.size(), bytes);
      if (recorder.isOne() && list.entries().get(0) instanceof PairList.Pair pair) {
        notices.step("aligning " + pair.article().source());
      }
    }

    @Override
    public void done(Task task, Work work) {
      if (task.entry() instanceof PairList.Alone alone) {
        events.alone(alone.file(), alone.reason());
      } else if (task.entry() instanceof PairList.Pair pair) {
        ArticleAligner.Aligned aligned = work.aligned();
        if (aligned != null) {
          events.aligned(aligned);
        }
        if (work.finished() != null) {
          finished(pair.article(), work.finished(), aligned);
          count(task.bytes(), /* isAligned= */ false, /* isFailed= */ false);
        } else if (aligned != null) {
          record(task, pair.article(), aligned);
        }
      }
    }

    private void finished(
        Article article, Revision revision, ArticleAligner.@Nullable Aligned aligned) {
      memory.finished(article.document());
      if (aligned == null) {
        recorder.passOver();
      } else {
        recorder.write(aligned.text());
      }
      events.skipped(article, revision);
    }

    private void record(Task task, Article article, ArticleAligner.Aligned aligned) {
      AlignedText text = aligned.text();
      if (memory.refuses(text)) {
        events.unrelated(article, text);
      } else {
        Revision.Summary summary;
        try {
          summary = recorder.record(aligned);
        } catch (InputException e) {
          if (recorder.isOne() || e.getCause() != null) {
            throw e; // the file or the disk: the next pair would fare no better
          }
          failed(task, e);
          return;
        }
        recorder.write(text);
        events.accepted(article, text, summary);
      }
      count(task.bytes(), /* isAligned= */ true, /* isFailed= */ false);
    }

    @Override
    public void failed(Task task, Throwable cause) {
      if (recorder.isOne()) {
        throw thrown(cause);
      }
      events.failed(AlignEvents.Failure.of(task.entry(), cause));
      count(task.bytes(), /* isAligned= */ false, /* isFailed= */ true);
    }

    @Override
    public void waiting() {
      if (progress != null) {
        progress.show();
      }
    }

    private void count(long bytes, boolean isAligned, boolean isFailed) {
      if (progress != null) {
        progress.add(bytes, isAligned, isFailed);
      }
    }
  }

  /** Returns the exception of a task. Tasks declare no checked exceptions. */
  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  /**
   * Runs work on several threads and delivers the results on the calling thread, in the order in
   * which the items were added. The number of items in progress is limited, so that neither items
   * nor results accumulate.
   */
  static final class OrderedWork<T, R> implements AutoCloseable {

    interface Receiver<T, R> {
      void done(T item, R result);

      void failed(T item, Throwable cause);

      /** Called now and then while waiting for the next result. */
      void waiting();
    }

    private static final int ITEMS_A_THREAD = 4;
    private static final long MAX_BYTES = 16L << 20;
    private static final long PATIENCE_MS = 200;

    private record Pending<T, R>(T item, long bytes, Future<R> result) {}

    private final ExecutorService threads;
    private final int window;
    private final Function<T, R> work;
    private final Receiver<T, R> receiver;
    private final Deque<Pending<T, R>> pending = new ArrayDeque<>();
    private long bytes;

    OrderedWork(int threads, Function<T, R> work, Receiver<T, R> receiver) {
      this.threads = Executors.newFixedThreadPool(threads, OrderedWork::thread);
      this.window = threads * ITEMS_A_THREAD;
      this.work = work;
      this.receiver = receiver;
    }

    /**
     * Adds an item, first delivering results until there is room for it.
     *
     * @param size in bytes; large items are not processed at the same time
     */
    void add(T item, long size) {
      while (!pending.isEmpty() && (pending.size() >= window || bytes + size > MAX_BYTES)) {
        handOver(pending.removeFirst());
      }
      bytes += size;
      pending.add(new Pending<>(item, size, threads.submit(() -> work.apply(item))));
    }

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

    /** Returns a daemon thread, so that it does not keep a failed command running. */
    private static Thread thread(Runnable task) {
      Thread thread = new Thread(task, "align");
      thread.setDaemon(true);
      return thread;
    }
  }

  static final class BatchProgress {

    private final Notices notices;
    private final int pairs;
    private int finished;
    private int failed;
    private long bytes;
    private long bytesDone;

    BatchProgress(Notices notices, int pairs, long bytes) {
      this.notices = notices;
      this.pairs = pairs;
      this.bytes = bytes;
    }

    void add(long size, boolean isAligned, boolean isFailed) {
      finished++;
      failed += isFailed ? 1 : 0;
      if (isAligned) {
        bytesDone += size;
      } else {
        bytes -= size; // it took no time, so it does not help to estimate the time of the others
      }
      show();
    }

    void show() {
      notices.progress(this::text, bytesDone, bytes);
    }

    private String text() {
      return String.format(Locale.ROOT, "aligning %d/%d pairs", finished, pairs)
          + (failed > 0 ? ", " + failed + " failed" : "");
    }
  }
}
