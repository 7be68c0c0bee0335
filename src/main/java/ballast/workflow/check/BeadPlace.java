package ballast.workflow.check;

import ballast.bitext.Location;
import ballast.bitext.Locator;
import ballast.bitext.Segment;
import java.util.List;

/** Maps positions in the joined sentences of one side of a bead to locations in its document. */
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

  /** The location in the document of a character of the bead's text. */
  int inDocument(int offset) {
    int remaining = offset;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int length = segment.span().length();
      // An offset at the end of a sentence belongs to the next sentence, if there is one.
      if (remaining < length || i == segments.size() - 1) {
        return segment.span().start() + Math.min(remaining, length);
      }
      remaining = Math.max(0, remaining - length - separator);
    }
    throw new IllegalStateException("a bead side without sentences");
  }
}
