package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.cli.align.BatchOutput;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.Trace;
import ballast.memory.RevisionInfo;
import ballast.memory.RevisionSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the pairs of a list on several threads. They are recorded and written on the calling
 * thread, in the order of the list, so that the result depends neither on the number of threads nor
 * on which is faster. A pair that cannot be aligned does not stop the others.
 */
public final class Batch {

  /** Is told what happens, on the calling thread, in the order of the list. */
  public interface Listener {
    /** A pair has been aligned; {@link #outcome} follows. */
    void aligned(ArticleAligner.Aligned aligned);

    /** An entry has failed; {@link #outcome} follows. */
    void failed(String message, String hint);

    /** An entry is done. */
    void outcome(Outcome outcome, long bytes);

    /** Called now and then while nothing happens. */
    void waiting();
  }

  /** An entry with what the memory has of its document, if that may make aligning unnecessary. */
  private record Task(PairList.Entry entry, long bytes, @Nullable RevisionInfo latest) {}

  /** The revision that makes recording unnecessary, and the alignment where it is wanted. */
  private record Work(@Nullable RevisionInfo finished, ArticleAligner.@Nullable Aligned aligned) {}

  private final Console console;
  private final ArticleAligner aligner;
  private final BatchMemory memory;
  private final BatchOutput output;
  private final Listener listener;

  public Batch(
      Console console,
      ArticleAligner aligner,
      BatchMemory memory,
      BatchOutput output,
      Listener listener) {
    this.console = console;
    this.aligner = aligner;
    this.memory = memory;
    this.output = output;
    this.listener = listener;
  }

  /**
   * Does the whole list.
   *
   * @param jobs number of threads, at least 1
   * @throws InputException if the memory or the output cannot be written to: what is recorded stays
   */
  public void run(PairList list, int jobs) {
    Queue<ArticleAligner> idle = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < jobs; i++) {
      idle.add(aligner.another());
    }
    try (OrderedWork<Task, Work> work =
        new OrderedWork<>(jobs, task -> work(task, idle), new Recorder())) {
      for (PairList.Entry entry : list.entries()) {
        long bytes = bytes(console, entry);
        work.add(new Task(entry, bytes, latest(entry)), bytes);
      }
      work.finish();
    }
  }

  /** Size of an entry's files; those that cannot be read count nothing. */
  public static long bytes(Console console, PairList.Entry entry) {
    if (entry instanceof PairList.Pair pair) {
      return size(console.resolve(pair.article().source()))
          + size(console.resolve(pair.article().target()));
    }
    return 0;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private @Nullable RevisionInfo latest(PairList.Entry entry) {
    return entry instanceof PairList.Pair pair
        ? memory.latest(pair.article().document()).orElse(null)
        : null;
  }

  /** Runs on any thread. */
  private Work work(Task task, Queue<ArticleAligner> idle) {
    if (task.entry() instanceof PairList.Unusable unusable) {
      throw unusable.reason();
    }
    if (!(task.entry() instanceof PairList.Pair pair)) {
      return new Work(null, null);
    }
    RevisionInfo finished =
        task.latest() != null && isMadeFrom(task.latest(), pair.article()) ? task.latest() : null;
    if (finished != null && !output.needsBeads()) {
      return new Work(finished, null);
    }
    ArticleAligner mine = idle.remove();
    try {
      return new Work(finished, mine.align(pair.article()));
    } finally {
      idle.add(mine);
    }
  }

  private boolean isMadeFrom(RevisionInfo revision, Article article) {
    return revision.isOf(sha256(article.source()), sha256(article.target()), memory.settings());
  }

  /** Empty when the file cannot be read: the reader will say why. */
  private String sha256(String name) {
    try {
      return Sha256.hex(Files.newInputStream(console.resolve(name)));
    } catch (IOException e) {
      return "";
    }
  }

  /** Records and writes, on the calling thread. */
  private final class Recorder implements OrderedWork.Receiver<Task, Work> {

    @Override
    public void done(Task task, Work work) {
      if (task.entry() instanceof PairList.Pair pair) {
        done(task, pair.article(), work);
      } else if (task.entry() instanceof PairList.Alone alone) {
        listener.outcome(new Outcome.Alone(alone.file(), alone.reason()), 0);
      }
    }

    private void done(Task task, Article article, Work work) {
      ArticleAligner.Aligned aligned = work.aligned();
      if (work.finished() != null) {
        memory.finished(article.document());
        write(aligned);
        listener.outcome(Outcome.Finished.of(article, work.finished()), task.bytes());
      } else if (aligned != null) {
        listener.aligned(aligned);
        Optional<RevisionSummary> summary;
        try {
          summary = memory.record(aligned);
        } catch (InputException e) {
          if (e.getCause() != null) {
            throw e; // the file or the disk: the next pair would fare no better
          }
          failed(task, e);
          return;
        }
        write(aligned);
        listener.outcome(outcome(article, aligned, summary), task.bytes());
      }
    }

    private void write(ArticleAligner.@Nullable Aligned aligned) {
      output.count();
      if (aligned != null) {
        output.add(aligned.text());
      }
    }

    private Outcome outcome(
        Article article, ArticleAligner.Aligned aligned, Optional<RevisionSummary> summary) {
      Outcome.Figures figures = Outcome.Figures.of(aligned.text().alignment());
      return summary
          .<Outcome>map(made -> new Outcome.Recorded(article, figures, made))
          .orElseGet(() -> new Outcome.Aligned(article, figures));
    }

    @Override
    public void failed(Task task, Throwable cause) {
      String what = what(task.entry());
      String message;
      String hint = "";
      boolean bug = false;
      if (cause instanceof InputException input) {
        message = input.getMessage() == null ? "" : input.getMessage();
        hint = input.hint();
      } else if (cause instanceof OutOfMemoryError) {
        message = "\"" + what + "\" needs more memory than Java has";
        hint = "BALLAST_JAVA_OPTS=-Xmx4g, or --jobs 1 so that it has all of it";
      } else {
        bug = true;
        message =
            "Ballast made a mistake (%s) with \"%s\"; %s"
                .formatted(cause.getClass().getSimpleName(), what, Trace.save(cause, what));
      }
      Outcome.Failed failed = failure(task.entry(), what, message, bug);
      listener.failed(failed.reason(), hint);
      listener.outcome(failed, task.bytes());
    }

    @Override
    public void waiting() {
      listener.waiting();
    }
  }

  private static Outcome.Failed failure(
      PairList.Entry entry, String what, String message, boolean bug) {
    if (entry instanceof PairList.Pair pair) {
      String place = pair.place().isEmpty() ? "" : pair.place() + ": ";
      return new Outcome.Failed(
          what, pair.article().source(), pair.article().target(), place + message, bug);
    }
    return new Outcome.Failed(what, "", "", message, bug);
  }

  private static String what(PairList.Entry entry) {
    if (entry instanceof PairList.Pair pair) {
      return pair.article().document();
    }
    return entry instanceof PairList.Unusable unusable ? unusable.name() : "";
  }
}
