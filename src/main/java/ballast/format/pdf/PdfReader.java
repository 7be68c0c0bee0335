package ballast.format.pdf;

import ballast.bitext.InputException;
import ballast.format.article.ContentReader;
import ballast.format.article.FoundContent;

/** To be written. */
public final class PdfReader implements ContentReader {

  @Override
  public FoundContent read(byte[] bytes, String name) {
    throw new InputException("cannot read \"" + name + "\"", "save it as plain text");
  }
}
