package ballast.bitext;

import java.util.ArrayList;
import java.util.List;

/**
 * The markup inside a document's text: bold, links, note marks.
 *
 * @param codes by rising offset into the document's text; of codes at one offset the order is that
 *     of the file. Their side is {@link Side#SOURCE}
 * @param unbreakable stretches of the text inside which no sentence ends, such as the text of a
 *     link or inline program code; in order, disjoint
 */
public record InlineMarkup(List<InlineCode> codes, List<Span> unbreakable) {

  /** For a text without codes. */
  public static final InlineMarkup NONE = new InlineMarkup(List.of(), List.of());

  public InlineMarkup {
    codes = List.copyOf(codes);
    unbreakable = List.copyOf(unbreakable);
  }

  /**
   * The stretches between paired codes of type {@code other} and subtype {@code code} or {@code
   * formula}: they belong to no language. In order, disjoint.
   */
  public List<Span> programs() {
    List<Span> found = new ArrayList<>();
    int start = -1;
    String open = "";
    for (InlineCode code : codes) {
      if (start < 0 && code.isOpening() && isProgram(code.attributes())) {
        start = code.offset();
        open = code.attributes();
      } else if (start >= 0 && code.isClosing() && code.attributes().equals(open)) {
        found.add(new Span(start, code.offset()));
        start = -1;
      }
    }
    return found;
  }

  private static boolean isProgram(String attributes) {
    return attributes.contains("subType=\"code\"") || attributes.contains("subType=\"formula\"");
  }

  /** Whether {@code offset} is inside an unbreakable stretch, not at its edges. */
  public boolean forbidsBreak(int offset) {
    int low = 0;
    int high = unbreakable.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (unbreakable.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && offset < unbreakable.get(low - 1).end();
  }
}
