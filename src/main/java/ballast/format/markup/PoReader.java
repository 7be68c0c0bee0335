package ballast.format.markup;

import ballast.bitext.InputException;
import ballast.format.article.FoundContent;
import ballast.format.article.MarkupReader;

/** To be written. */
public final class PoReader implements MarkupReader {

  @Override
  public FoundContent read(String text, String name) {
    throw new InputException("cannot read \"" + name + "\"", "save it as plain text");
  }
}
