package ballast.workflow.edit;

import org.jspecify.annotations.Nullable;

/**
 * The states of an article before and after the present one, so that undo and redo show them again
 * as they were.
 *
 * @param earlier the state before the last move; null if it was not made here
 * @param later the state that was taken back; null if none was
 */
record Steps(@Nullable OpenArticle earlier, @Nullable OpenArticle later) {

  static final Steps NONE = new Steps(null, null);
}
