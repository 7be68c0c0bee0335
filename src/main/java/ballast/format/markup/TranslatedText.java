package ballast.format.markup;

import ballast.bitext.InlineCode;
import java.util.List;

/**
 * A text that is to be written in the place of a block.
 *
 * @param text its visible characters; not blank
 * @param codes the codes of the block at their offsets in this text, each exactly once, with the
 *     element, attributes and content that the block has; by rising offset, of either side
 */
public record TranslatedText(String text, List<InlineCode> codes) {

  public TranslatedText {
    codes = List.copyOf(codes);
  }
}
