package ballast.workflow.align;

/**
 * Is told what becomes of each article, in the order of the request, on the thread that called the
 * use case.
 */
public interface AlignmentListener {

  /** Wants to know nothing. */
  AlignmentListener NONE = new AlignmentListener() {};

  /**
   * Aligning begins.
   *
   * @param pairs how many there are to align
   */
  default void begins(int pairs) {}

  /** An article has been aligned; what becomes of it follows. */
  default void aligned(ArticleAligner.Aligned aligned) {}

  /** One of the entries is done. */
  default void done(Outcome outcome) {}

  /** All entries are done, or something has stopped them. */
  default void ended() {}
}
