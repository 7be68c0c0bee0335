package ballast.workflow.merge;

import ballast.bitext.InlineCode;
import ballast.bitext.Segment;
import java.util.List;

/**
 * A sentence of a document with the text that stands for it in the translated document.
 *
 * @param sentence the sentence
 * @param text its translation; its own text if it stays
 * @param codes the codes of the sentence at their offsets in {@code text}, by rising offset
 * @param isTranslated whether the text is a translation
 */
record Piece(Segment sentence, String text, List<InlineCode> codes, boolean isTranslated) {

  Piece {
    codes = List.copyOf(codes);
  }

  /** A sentence that stays as it is. */
  static Piece kept(Segment sentence, List<InlineCode> codes) {
    return new Piece(sentence, sentence.text(), codes, false);
  }
}
