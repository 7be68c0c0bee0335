package ballast.cli.align;

import ballast.workflow.align.AlignmentListener;
import ballast.workflow.align.ArticleAlignment;

/** What {@code ballast align} says while it works and when it is done. */
interface AlignmentPresenter extends AlignmentListener {

  /**
   * All is done.
   *
   * @param output what was written
   * @return the exit status
   */
  int conclude(ArticleAlignment.Result result, BatchOutput output);
}
