package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts with single characters in place of inline codes. */
final class MarkedText {

  private MarkedText() {}

  /** The codes of a text at their places in the text without signs. */
  static List<InlineCode> codes(Side side, String marked, Map<Character, InlineCode> signs) {
    List<InlineCode> codes = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < marked.length(); i++) {
      InlineCode code = signs.get(marked.charAt(i));
      if (code == null) {
        offset++;
      } else {
        codes.add(new InlineCode(side, offset, code.element(), code.attributes(), code.content()));
      }
    }
    return codes;
  }

  static InlineCode code(String element, String attributes, String content) {
    return new InlineCode(Side.SOURCE, 0, element, attributes, content);
  }
}
