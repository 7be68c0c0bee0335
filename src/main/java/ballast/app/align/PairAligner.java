package ballast.app.align;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Aligns two texts given as bytes, as {@link ArticleAlignment} does with files. Failures are
 * events, because one bad document in a million must not stop the others. Not thread-safe; see
 * {@link #another}.
 *
 * <pre>{@code
 * AlignmentSnapshot snapshot =
 *     AlignmentSnapshot.of(
 *         Workplace.in(folder),
 *         ArticleReading.DEFAULT,
 *         Glossaries.OF_PROJECT,
 *         BatchMemory.Recording.NONE,
 *         Notices.NONE);
 * try (PairAligner aligner =
 *     new PairAligner(snapshot, Lexicon.bundledWhenNeeded(), PairAligner.DocumentLimits.DEFAULT)) {
 *   Article article = new Article("article.zh.txt", "article.en.txt", "article");
 *   aligner.align(
 *       new PairList.Pair("", article),
 *       Files.readAllBytes(folder.resolve(article.source())),
 *       Files.readAllBytes(folder.resolve(article.target())),
 *       new AlignEvents() {
 *         @Override
 *         public void accepted(Article one, AlignedText text, Revision.Summary unrecorded) {
 *           System.out.println(text.statistics());
 *         }
 *       });
 * }
 * }</pre>
 */
public final class PairAligner implements AutoCloseable {

  private ArticleAligner aligner;
  private final boolean takesUnrelated;
  private final DocumentLimits limits;
  private TimedThread thread = new TimedThread("align");

  /**
   * @param lexicon stays open
   * @throws InputException if the sentence rules cannot be used
   */
  public PairAligner(AlignmentSnapshot snapshot, Lexicon lexicon, DocumentLimits limits) {
    this(aligner(snapshot, lexicon), snapshot.takesUnrelated(), limits);
  }

  private PairAligner(ArticleAligner aligner, boolean takesUnrelated, DocumentLimits limits) {
    this.aligner = aligner;
    this.takesUnrelated = takesUnrelated;
    this.limits = limits;
  }

  private static ArticleAligner aligner(AlignmentSnapshot snapshot, Lexicon lexicon) {
    try {
      ArticleReader reader = new ArticleReader(Workplace.here(), snapshot.reading());
      return new ArticleAligner(reader, lexicon, snapshot.known());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PairAligner another() {
    return new PairAligner(aligner.another(), takesUnrelated, limits);
  }

  /**
   * Aligns an article, which is {@link AlignEvents#accepted accepted}, {@link AlignEvents#unrelated
   * unrelated} or {@link AlignEvents#failed failed}. Only {@link OutOfMemoryError} is thrown,
   * because the state of the program is unknown then.
   *
   * @param pair names for messages; the file extensions suggest the formats
   */
  public void align(PairList.Pair pair, byte[] source, byte[] target, AlignEvents events) {
    Article article = pair.article();
    AlignedText text;
    try {
      limits.check(source.length, article.source());
      limits.check(target.length, article.target());
      text = timed(article, source, target);
    } catch (RuntimeException | StackOverflowError e) {
      events.failed(AlignEvents.Failure.of(pair, e));
      return;
    }
    if (takesUnrelated || !text.looksUnrelated()) {
      events.accepted(article, text, null);
    } else {
      events.unrelated(article, text);
    }
  }

  private AlignedText timed(Article article, byte[] source, byte[] target) {
    ArticleAligner own = aligner.of(article, source, target);
    try {
      return thread.call(
          () -> {
            ArticleAligner.Aligned aligned = own.align(article);
            if (!takesUnrelated) {
              own.requireLanguages(aligned);
            }
            return aligned.text();
          },
          limits.time());
    } catch (TimeoutException e) {
      thread = new TimedThread("align");
      aligner = aligner.another(); // the abandoned thread may still use this one
      throw new InputException(
          "aligning \"" + article.document() + "\" takes longer than " + shown(limits.time()),
          "divide the document, or allow more time with --max-time",
          e);
    }
  }

  private static String shown(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** Ends the thread of this aligner. The lexicon stays open. */
  @Override
  public void close() {
    thread.close();
  }

  /**
   * Limits for one document, so that it cannot stop all others.
   *
   * @param bytes maximum size of either file
   * @param time maximum time for reading and aligning the texts
   */
  public record DocumentLimits(long bytes, Duration time) {

    /**
     * Limits for a corpus: a long novel. Two files of this size need 400 MB of memory and less than
     * a minute.
     */
    public static final DocumentLimits DEFAULT =
        new DocumentLimits(2_000_000, Duration.ofMinutes(10));

    public DocumentLimits {
      if (bytes <= 0 || time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("no document is within " + bytes + " bytes, " + time);
      }
    }

    /**
     * @throws InputException if the file is too large
     */
    public void check(long size, String name) {
      if (size > bytes) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "\"%s\" has %.1f MB, more than the %.1f MB that a document may have",
                name,
                size / 1e6,
                bytes / 1e6),
            "divide the document, or allow more with --max-size");
      }
    }
  }

  /** A daemon thread for work that may take too long, so that it ends with the program. */
  private static final class TimedThread implements AutoCloseable {

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
     * @throws TimeoutException if it takes longer; the work is interrupted and this object is used
     *     up
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
}
