package ballast.workflow.edit;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;

/** The latest revision of a document, and whether an open article shows it. */
final class LatestRevision {

  private LatestRevision() {}

  /**
   * The latest revision.
   *
   * @throws InputException if there is no such document
   */
  static RevisionInfo of(Memory memory, String document) {
    return memory
        .latestRevision(document)
        .orElseThrow(
            () ->
                new InputException(
                    "no document \"" + document + "\" in the memory",
                    "ballast tm list shows the documents"));
  }

  /**
   * Whether an article shows it. An undo makes a new revision, so no number is given twice.
   *
   * @throws InputException if the document is gone
   */
  static boolean isShown(OpenArticle article, Memory memory) {
    return of(memory, article.document()).number() == article.revision().number();
  }

  /**
   * Refuses an article that shows another one.
   *
   * @throws StaleArticleException if it does
   */
  static void require(OpenArticle article, Memory memory) {
    if (!isShown(article, memory)) {
      throw stale(article);
    }
  }

  static StaleArticleException stale(OpenArticle article) {
    return new StaleArticleException(
        "\""
            + article.document()
            + "\" has changed in the memory since it was opened at revision "
            + article.revision().number());
  }
}
