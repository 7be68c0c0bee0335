package ballast.bitext;

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
