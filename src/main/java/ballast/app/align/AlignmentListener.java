package ballast.app.align;

/**
 * Receives the outcome of each article in request order, on the thread that called the use case.
 */
public interface AlignmentListener {

  AlignmentListener NONE = new AlignmentListener() {};

  /** Called before the first article is aligned. */
  default void begins(int pairs) {}

  /** Called when an article has been aligned, before its outcome. */
  default void aligned(ArticleAligner.Aligned aligned) {}

  /** Called when an entry is done. */
  default void done(Outcome outcome) {}

  /** Called when all entries are done or the run was stopped. */
  default void ended() {}
}
