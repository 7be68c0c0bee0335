package ballast.app.documents;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.format.article.ArticleFormat;
import java.util.List;

/**
 * A translated document.
 *
 * @param bytes the whole file
 * @param format that of the original
 * @param target its language
 * @param translated how many sentences are translated
 * @param untranslated the sentences that stay as they are, furniture and code apart; with the
 *     reason where a sentence has a translation that the document cannot hold
 * @param repaired the codes that were lost, doubled or foreign, if that was allowed
 */
@SuppressWarnings("ArrayRecordComponent") // a file is handed on, never compared
public record MergedDocument(
    byte[] bytes,
    ArticleFormat format,
    Lang target,
    int translated,
    List<MergeRemark> untranslated,
    List<MergeRemark> repaired) {

  public MergedDocument {
    untranslated = List.copyOf(untranslated);
    repaired = List.copyOf(repaired);
  }

  /**
   * Stops if the name of a file promises another format.
   *
   * @throws InputException if so
   */
  public void requireName(String file) {
    if (ArticleFormat.named(file).filter(named -> named != format).isPresent()) {
      throw new InputException(
          "cannot write \"" + file + "\": the original is " + format.title(),
          "a translated document keeps its format: give the output the extension of the original");
    }
  }

  /**
   * A sentence of a document and what is to be said of it.
   *
   * @param location where it stands in the original
   * @param text the sentence
   * @param what in words, without a full stop; empty if nothing needs to be said
   */
  public record MergeRemark(Location location, String text, String what) {}
}
