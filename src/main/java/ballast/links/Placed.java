package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code or a pair with its place in the target.
 *
 * @param span in UTF-16 units of the target; empty for a lone code
 * @param children inside the span
 */
record Placed(CodeNode node, Span span, List<Placed> children) {

  /** All codes of some neighbours that do not overlap, in their order in the target. */
  static List<InlineCode> codes(List<Placed> neighbours) {
    List<InlineCode> codes = new ArrayList<>();
    add(neighbours, codes);
    return List.copyOf(codes);
  }

  /** The order in the target; the order of the source where two stand at the same place. */
  private static void add(List<Placed> neighbours, List<InlineCode> codes) {
    List<Placed> sorted = new ArrayList<>(neighbours);
    sorted.sort(Comparator.comparing(Placed::span));
    for (Placed placed : sorted) {
      add(placed.node.first(), placed.span.start(), codes);
      add(placed.children, codes);
      add(placed.node.last(), placed.span.end(), codes);
    }
  }

  private static void add(@Nullable InlineCode code, int offset, List<InlineCode> codes) {
    if (code != null) {
      codes.add(
          new InlineCode(Side.TARGET, offset, code.element(), code.attributes(), code.content()));
    }
  }
}
