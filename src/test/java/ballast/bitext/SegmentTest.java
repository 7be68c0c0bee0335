package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentTest {

  @Test
  void aSegmentIsFoundByTheOffsetOfACharacter() {
    String text = "One. Two.";
    Block block = new Block(new Span(0, text.length()), BlockType.PARAGRAPH);
    Document document = new Document("d", Lang.EN_US, text, List.of(block), SourceMap.NONE);
    List<Segment> segments =
        List.of(new Segment(document, 0, new Span(0, 4)), new Segment(document, 0, new Span(5, 9)));
    int[] expected = {0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2};
    for (int offset = 0; offset < expected.length; offset++) {
      assertThat(Segment.at(segments, offset)).as("offset %d", offset).isEqualTo(expected[offset]);
    }
    assertThat(Segment.at(List.of(), 3)).isZero();
  }
}
