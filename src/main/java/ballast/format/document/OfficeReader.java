package ballast.format.document;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ContentReader;

/** Reads documents that are ZIP archives with Okapi's filters. */
final class OfficeReader {

  private OfficeReader() {}

  /** The reader of a format. */
  static ContentReader of(ArticleFormat format) {
    return (bytes, name) -> {
      throw new InputException(
          "cannot read \"" + name + "\": it is " + format.title(), "save it as plain text");
    };
  }
}
