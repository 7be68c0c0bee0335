package ballast.bitext;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document.InlineMarkup;
import ballast.bitext.UnitCodes.SegmentCodes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentCodesTest {

  private final List<InlineCode> codes = new ArrayList<>();

  private void code(String element, int offset) {
    codes.add(new InlineCode(Side.SOURCE, offset, element, "", ""));
  }

  /** The codes of each sentence, as {@code element@offset}; sentences end at the given offsets. */
  private List<List<String>> divide(String text, Span... sentences) {
    Block block = new Block(new Span(0, text.length()), BlockType.PARAGRAPH);
    Document document =
        new Document(
            "a.docx",
            Lang.ZH_CN,
            text,
            List.of(block),
            SourceMap.NONE,
            new InlineMarkup(codes, List.of()));
    List<Segment> segments = new ArrayList<>();
    for (Span sentence : sentences) {
      segments.add(new Segment(document, 0, sentence));
    }
    return SegmentCodes.of(document, segments).stream()
        .map(list -> list.stream().map(code -> code.element() + "@" + code.offset()).toList())
        .toList();
  }

  @Test
  void aNoteMarkBehindTheFullStopBelongsToTheSentenceBefore() {
    code("ph", 4);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of("ph@4"), List.of());
  }

  @Test
  void whatOpensBelongsToTheSentenceThatFollows() {
    code("<pc", 4);
    code("/pc", 8);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of(), List.of("<pc@0", "/pc@4"));
  }

  @Test
  void whatClosesBelongsToTheSentenceBefore() {
    code("<pc", 0);
    code("/pc", 4);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of("<pc@0", "/pc@4"), List.of());
  }

  @Test
  void codesInTheSpaceBetweenSentencesMoveToTheirEdges() {
    code("/pc", 11);
    code("<pc", 11);

    assertThat(divide("It rained.  He left.", new Span(0, 10), new Span(12, 20)))
        .containsExactly(List.of("/pc@10"), List.of("<pc@0"));
  }

  @Test
  void aLoneCodeAtTheStartOfTheNextSentenceAfterASpaceBelongsToTheOneBefore() {
    code("ph", 11);

    assertThat(divide("It rained. He left.", new Span(0, 10), new Span(11, 19)))
        .containsExactly(List.of("ph@10"), List.of());
  }

  @Test
  void noCodeIsLostBeforeTheFirstAndAfterTheLastSentence() {
    code("<pc", 0);
    code("ph", 8);
    code("/pc", 8);

    assertThat(divide("雨停了。他走了。", new Span(0, 4), new Span(4, 8)))
        .containsExactly(List.of("<pc@0"), List.of("ph@4", "/pc@4"));
  }
}
