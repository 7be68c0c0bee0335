package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.SentenceMarks.EndMark;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceMarksTest {

  private static SentenceMarks marks(String... sentences) {
    return new SentenceMarks(side(sentences));
  }

  private static TextSide side(String... sentences) {
    SentenceReader reader = new SentenceReader(Lexicon.bundled().words());
    return TextSide.of(Texts.lines(Lang.ZH_CN, List.of(sentences)), reader);
  }

  @Test
  void theEndMarkIsTheLastOneBeforeClosingMarks() {
    assertThat(SentenceMarks.endMark("走吗？”")).isEqualTo(EndMark.QUESTION);
    assertThat(SentenceMarks.endMark("Well...")).isEqualTo(EndMark.DOTS);
    assertThat(SentenceMarks.endMark("Well.")).isEqualTo(EndMark.STOP);
    assertThat(SentenceMarks.endMark("他说：")).isEqualTo(EndMark.COLON);
    assertThat(SentenceMarks.endMark("A heading")).isEqualTo(EndMark.NONE);
    assertThat(SentenceMarks.endMark("")).isEqualTo(EndMark.NONE);
  }

  @Test
  void bracketsAroundAWholeSentenceCount() {
    assertThat(SentenceMarks.isBracketed("(It was cold.)")).isTrue();
    assertThat(SentenceMarks.isBracketed("（那天很冷）。")).isTrue();
    assertThat(SentenceMarks.isBracketed("(It) was cold.")).isFalse();
    assertThat(SentenceMarks.isBracketed("It was cold (very).")).isFalse();
    assertThat(SentenceMarks.isBracketed("(")).isFalse();
  }

  @Test
  void aQuotationMayCloseBeforeTheEndMarkOrAfterIt() {
    SentenceMarks marks = marks("他说“不行”。", "“不行。”", "“不行，”他说。", "。");

    assertThat(marks.closesQuotation(0)).isTrue();
    assertThat(marks.closesQuotation(1)).isTrue();
    assertThat(marks.closesQuotation(2)).isFalse();
    assertThat(marks.closesQuotation(3)).isFalse();
    assertThat(marks.opensQuotation(0)).isFalse();
    assertThat(marks.opensQuotation(1)).isTrue();
  }

  @Test
  void numbersOfSeveralSentencesAreDistinct() {
    assertThat(side("三百人来了。", "300人走了，5人留下。").numbers(new Range(0, 2))).hasSize(2);
  }
}
