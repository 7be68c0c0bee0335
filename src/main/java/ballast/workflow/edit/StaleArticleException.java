package ballast.workflow.edit;

import ballast.bitext.InputException;

/**
 * The memory or a file has changed since an article was opened: a move would overwrite what is not
 * shown. Nothing was written; open the article again.
 */
public final class StaleArticleException extends InputException {

  private static final long serialVersionUID = 1L;

  StaleArticleException(String message) {
    super(message, "open the article again; nothing was written");
  }
}
