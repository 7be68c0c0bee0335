package ballast.cli.align;

import ballast.workflow.align.AlignmentListener;
import ballast.workflow.align.ArticleAlignment;

/** The messages of {@code ballast align} while it works and when it is done. */
interface AlignmentPresenter extends AlignmentListener {

  /**
   * All is done.
   *
   * @param written the written data
   * @return the exit status
   */
  int conclude(ArticleAlignment.Result result, WrittenArticles written);
}
