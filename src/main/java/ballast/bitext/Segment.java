package ballast.bitext;

import java.util.List;

/**
 * One sentence of a document, as a view of the document's text.
 *
 * <p>Between two neighbouring segments of a block, and at its edges, there is only white space:
 * segmenting loses nothing.
 *
 * @param span in the document's text; never empty
 */
public record Segment(Document document, int blockIndex, Span span) {

  /**
   * @throws IllegalArgumentException if the span is empty or leaves the block
   */
  public Segment {
    Block block = document.blocks().get(blockIndex);
    if (span.isEmpty() || !block.span().contains(span)) {
      throw new IllegalArgumentException(
          "segment "
              + span
              + " is empty or leaves block "
              + block.span()
              + " of "
              + document.name());
    }
  }

  public String text() {
    return span.of(document.text());
  }

  public Block block() {
    return document.blocks().get(blockIndex);
  }

  public BlockType type() {
    return block().type();
  }

  public Location location() {
    return document.location(span.start());
  }

  /**
   * Finds the segment that contains a character, or the next one after it.
   *
   * @param segments of one document, in order
   * @return its position; the number of segments if all of them end before
   */
  public static int at(List<Segment> segments, int offset) {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
