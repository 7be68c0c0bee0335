package ballast.app.align;

/**
 * Receives the outcome of each article, in the order of the request, on the thread that called the
 * use case.
 */
public interface AlignmentListener {

  /** Ignores everything. */
  AlignmentListener NONE = new AlignmentListener() {};

  /**
   * Aligning begins.
   *
   * @param pairs how many there are to align
   */
  default void begins(int pairs) {}

  /** An article has been aligned; its outcome follows. */
  default void aligned(ArticleAligner.Aligned aligned) {}

  /** One of the entries is done. */
  default void done(Outcome outcome) {}

  /** All entries are done, or the run was stopped. */
  default void ended() {}
}
