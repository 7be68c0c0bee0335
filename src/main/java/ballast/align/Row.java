package ballast.align;

import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One position of a text as the search sees it: a sentence, or all sentences of a pin.
 *
 * @param segments its sentences; never empty, exactly one if there is no pin
 * @param pin which a person has set; null for a free sentence
 * @param paired whether the search goes through the pin as it does through a pair of marks;
 *     otherwise its sentences are left alone: the pin is one-sided, or it crosses others and is put
 *     together afterwards
 */
record Row(List<Segment> segments, @Nullable Pin pin, boolean paired) {

  /** A free sentence or a mark. */
  static Row of(Segment segment) {
    return new Row(List.of(segment), null, false);
  }

  Segment first() {
    return segments.get(0);
  }

  Segment last() {
    return segments.get(segments.size() - 1);
  }

  /** Its sentences, joined by spaces, which no measure of the aligner counts. */
  String text() {
    return segments.size() == 1
        ? first().text()
        : segments.stream().map(Segment::text).collect(Collectors.joining(" "));
  }

  boolean isMark() {
    return pin == null && first().type() == BlockType.MARK;
  }
}
