package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lone code of a sentence, or a pair with the codes inside it.
 *
 * @param span what it surrounds, UTF-16 units of the sentence; of an opening half without its
 *     partner everything to the end, of a closing half everything from the start; empty for a lone
 *     code
 * @param first the opening code or the lone one; null for a closing half
 * @param last the closing code; null for a lone code and for an opening half
 * @param children by place
 */
record CodeNode(
    Span span, @Nullable InlineCode first, @Nullable InlineCode last, List<CodeNode> children) {

  CodeNode {
    children = List.copyOf(children);
  }

  /** Whether its partner is in an earlier sentence. */
  boolean isClosingHalf() {
    return first == null;
  }

  /** Whether its partner is in a later sentence. */
  boolean isOpeningHalf() {
    return last == null && first != null && first.isOpening();
  }
}
