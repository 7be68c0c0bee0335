package ballast.format.article;

import ballast.bitext.InlineCode;
import java.util.List;

/**
 * The text of a block in another language, for the writers of formats.
 *
 * @param text its visible characters, not blank
 * @param codes the codes of the original block at their offsets in {@code text}, by rising offset;
 *     codes at one offset in written order
 */
public record TranslatedBlock(String text, List<InlineCode> codes) {

  public TranslatedBlock {
    codes = List.copyOf(codes);
  }
}
