package ballast.app.align;

import ballast.bitext.InputException;
import ballast.memory.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Receives the events of an alignment, in request order, on the thread that called the use case.
 * Each entry ends with one of {@link #accepted}, {@link #skipped}, {@link #unrelated}, {@link
 * #failed} and {@link #alone}.
 */
public interface AlignEvents {

  AlignEvents NONE = new AlignEvents() {};

  default void begins(int pairs) {}

  /** An article has been aligned. The event that ends it follows. */
  default void aligned(ArticleAligner.Aligned aligned) {}

  /** An article was aligned and, if a memory records, recorded. */
  default void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {}

  /** The memory has an article from the same files with the same settings. */
  default void skipped(Article article, Revision revision) {}

  /** An article was neither recorded nor written, because its texts look unrelated. */
  default void unrelated(Article article, AlignedText text) {}

  default void failed(Failure failure) {}

  /**
   * A file is in no pair.
   *
   * @param reason the counterpart that was not found
   */
  default void alone(String file, String reason) {}

  /** Called when all entries are done or the run was stopped. */
  default void ended() {}

  /** The sink is complete. Not called if no article was accepted or skipped. */
  default void wrote(AlignmentSink.Written written) {}

  /**
   * An entry that could not be aligned or recorded.
   *
   * @param name the document, or its place in the list if it has no name
   * @param source name of the source file; empty if unknown
   * @param target name of the target file; empty if unknown
   * @param mistake the internal error; null if the input caused the failure
   */
  record Failure(
      String name,
      String source,
      String target,
      String reason,
      String hint,
      @Nullable Throwable mistake) {

    public static Failure of(PairList.Entry entry, Throwable cause) {
      String name =
          entry instanceof PairList.Unusable unusable
              ? unusable.name()
              : entry instanceof PairList.Pair pair ? pair.article().document() : "";
      if (cause instanceof InputException input) {
        return of(entry, name, String.valueOf(input.getMessage()), input.hint(), null);
      }
      if (cause instanceof OutOfMemoryError) {
        return of(
            entry,
            name,
            "\"" + name + "\" needs more memory than Java may use",
            "set BALLAST_JAVA_OPTS=-Xmx4g, or use --jobs 1 to align one article at a time",
            null);
      }
      String reason =
          "internal error in Ballast (%s) with \"%s\""
              .formatted(cause.getClass().getSimpleName(), name);
      return of(entry, name, reason, "", cause);
    }

    private static Failure of(
        PairList.Entry entry,
        String name,
        String reason,
        String hint,
        @Nullable Throwable mistake) {
      if (!(entry instanceof PairList.Pair pair)) {
        return new Failure(name, "", "", reason, hint, mistake);
      }
      Article article = pair.article();
      String place = pair.place().isEmpty() ? "" : pair.place() + ": ";
      return new Failure(name, article.source(), article.target(), place + reason, hint, mistake);
    }

    public Failure withReason(String newReason) {
      return new Failure(name, source, target, newReason, hint, mistake);
    }
  }
}
