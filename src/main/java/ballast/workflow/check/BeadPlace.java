package ballast.workflow.check;

import ballast.bitext.Location;
import ballast.bitext.Locator;
import ballast.bitext.Segment;
import java.util.List;

/**
 * Where the text of one side of a bead stands: its sentences, joined as an alignment joins them.
 */
final class BeadPlace implements Locator {

  private final List<Segment> segments;
  private final int separator;

  /**
   * @param segments at least one
   */
  BeadPlace(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.separator = segments.get(0).document().lang().isChinese() ? 0 : 1;
  }

  @Override
  public Location at(int offset) {
    return segments.get(0).document().location(inDocument(offset));
  }

  /** Where a character of the bead's text stands in the text of its document. */
  int inDocument(int offset) {
    int rest = offset;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int length = segment.span().length();
      // At the very end of a sentence the next one begins, unless there is none.
      if (rest < length || i == segments.size() - 1) {
        return segment.span().start() + Math.min(rest, length);
      }
      rest = Math.max(0, rest - length - separator);
    }
    throw new IllegalStateException("a bead side without sentences");
  }
}
