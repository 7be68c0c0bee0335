package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.article.ArticleBytes;
import ballast.memory.RevisionInfo;
import ballast.memory.RevisionSummary;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the pairs of a list on several threads. They are recorded and written on the calling
 * thread, in the order of the list, so that the result does not depend on the number or the speed
 * of the threads. A pair that cannot be aligned does not stop the others.
 */
final class Batch {

  /**
   * An entry with the recorded revision of its document, if that may make aligning unnecessary, and
   * the beads that persons have set in it.
   */
  private record Task(
      PairList.Entry entry, long bytes, @Nullable RevisionInfo latest, SetBeads beads) {}

  /** The revision that makes recording unnecessary, and the alignment where it is wanted. */
  private record Work(@Nullable RevisionInfo finished, ArticleAligner.@Nullable Aligned aligned) {}

  private final Workplace workplace;
  private final ArticleAligner aligner;
  private final BatchMemory memory;
  private final Recorder recorder;
  private final AlignmentListener listener;
  private final Notices notices;

  Batch(
      Workplace workplace,
      ArticleAligner aligner,
      BatchMemory memory,
      Recorder recorder,
      AlignmentListener listener,
      Notices notices) {
    this.workplace = workplace;
    this.aligner = aligner;
    this.memory = memory;
    this.recorder = recorder;
    this.listener = listener;
    this.notices = notices;
  }

  /**
   * Processes the whole list.
   *
   * @param jobs number of threads, at least 1
   * @return the outcomes of the entries, in order
   * @throws InputException if the memory or the output cannot be written; articles already recorded
   *     stay recorded
   */
  List<Outcome> run(PairList list, int jobs) {
    Queue<ArticleAligner> idle = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < jobs; i++) {
      idle.add(aligner.another());
    }
    Receiver receiver = new Receiver(list);
    listener.begins(list.size());
    try (OrderedWork<Task, Work> work =
        new OrderedWork<>(jobs, task -> work(task, idle), receiver)) {
      for (PairList.Entry entry : list.entries()) {
        long bytes = bytes(entry);
        work.add(new Task(entry, bytes, latest(entry), beads(entry)), bytes);
      }
      work.finish();
    } finally {
      notices.pause();
      listener.ended();
    }
    return receiver.outcomes;
  }

  /** Size of an entry's files in bytes; unreadable files count as 0. */
  private long bytes(PairList.Entry entry) {
    if (entry instanceof PairList.Pair pair) {
      return size(pair.article().source()) + size(pair.article().target());
    }
    return 0;
  }

  private long size(String name) {
    try {
      return name.equals("-") ? 0 : Files.size(workplace.resolve(name));
    } catch (IOException | InputException e) {
      return 0;
    }
  }

  private @Nullable RevisionInfo latest(PairList.Entry entry) {
    return entry instanceof PairList.Pair pair
        ? memory.latest(pair.article().document()).orElse(null)
        : null;
  }

  private SetBeads beads(PairList.Entry entry) {
    return entry instanceof PairList.Pair pair
        ? memory.beads(pair.article().document())
        : SetBeads.NONE;
  }

  /** Called on any thread. */
  private Work work(Task task, Queue<ArticleAligner> idle) {
    if (task.entry() instanceof PairList.Unusable unusable) {
      throw unusable.reason();
    }
    if (!(task.entry() instanceof PairList.Pair pair)) {
      return new Work(null, null);
    }
    if (!recorder.isOne()) {
      requireRegular(pair.article().source());
      requireRegular(pair.article().target());
    }
    RevisionInfo finished =
        task.latest() != null
                && mayBeFinished(task, pair)
                && isMadeFrom(task.latest(), pair.article())
            ? task.latest()
            : null;
    if (finished != null && !recorder.needsAlignment()) {
      return new Work(finished, null);
    }
    ArticleAligner aligner = idle.remove();
    try {
      return new Work(finished, aligner.align(pair.article(), task.beads()));
    } finally {
      idle.add(aligner);
    }
  }

  private void requireRegular(String name) {
    ArticleBytes.requireRegular(workplace.resolve(name), name);
  }

  /** Whether nobody asks for other set beads than those of the memory. */
  private static boolean mayBeFinished(Task task, PairList.Pair pair) {
    return pair.article().corrections().isEmpty() && !task.beads().hasDiscarded();
  }

  private boolean isMadeFrom(RevisionInfo revision, Article article) {
    return revision
        .run()
        .isOf(sha256(article.source()), sha256(article.target()), recorder.settings());
  }

  /**
   * Empty for what can be read only once, and if the file cannot be read, which its reader will
   * report.
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

  /** Has results recorded and written, on the calling thread. */
  private final class Receiver implements OrderedWork.Receiver<Task, Work> {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final @Nullable BatchProgress progress;

    Receiver(PairList list) {
      long bytes = list.entries().stream().mapToLong(Batch.this::bytes).sum();
      this.progress = recorder.isOne() ? null : new BatchProgress(notices, list.size(), bytes);
      if (recorder.isOne() && list.entries().get(0) instanceof PairList.Pair pair) {
        notices.step("aligning " + pair.article().source());
      }
    }

    @Override
    public void done(Task task, Work work) {
      if (task.entry() instanceof PairList.Pair pair) {
        done(task, pair.article(), work);
      } else if (task.entry() instanceof PairList.Alone alone) {
        take(new Outcome.Alone(alone.file(), alone.reason()), 0);
      }
    }

    private void done(Task task, Article article, Work work) {
      ArticleAligner.Aligned aligned = work.aligned();
      if (work.finished() != null) {
        memory.finished(article.document());
        if (aligned == null) {
          recorder.passOver();
        } else {
          listener.aligned(aligned);
          recorder.write(aligned.text());
        }
        take(Outcome.Finished.of(article, work.finished()), task.bytes());
      } else if (aligned != null) {
        listener.aligned(aligned);
        record(task, article, aligned);
      }
    }

    private void record(Task task, Article article, ArticleAligner.Aligned aligned) {
      AlignedText text = aligned.text();
      if (memory.refuses(text)) {
        take(Outcome.Unrelated.of(article, text), task.bytes());
        return;
      }
      Optional<RevisionSummary> summary;
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
      take(outcome(article, Outcome.Statistics.of(text.alignment()), summary), task.bytes());
    }

    private Outcome outcome(
        Article article, Outcome.Statistics statistics, Optional<RevisionSummary> summary) {
      return summary
          .<Outcome>map(made -> new Outcome.Recorded(article, statistics, made))
          .orElseGet(() -> new Outcome.Aligned(article, statistics));
    }

    @Override
    public void failed(Task task, Throwable cause) {
      if (recorder.isOne()) {
        throw thrown(cause);
      }
      take(Outcome.Failed.of(task.entry(), cause), task.bytes());
    }

    @Override
    public void waiting() {
      if (progress != null) {
        progress.show();
      }
    }

    private void take(Outcome outcome, long bytes) {
      outcomes.add(outcome);
      listener.done(outcome);
      if (progress != null) {
        progress.add(outcome, bytes);
      }
    }
  }

  /** The exception of a task; tasks declare no checked exceptions. */
  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
