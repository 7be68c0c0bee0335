package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.RescoringFeatures.Quotations;
import ballast.align.RescoringFeatures.SentenceMarks;
import ballast.align.RescoringFeatures.SentenceMarks.EndMark;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SentenceMarksTest {

  private static SentenceMarks marks(String... sentences) {
    return new SentenceMarks(side(sentences));
  }

  private static TextSide side(String... sentences) {
    Sentence.Reader reader = new Sentence.Reader(Lexicon.bundled().words());
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
  void aTextMayBeCutAmidASentence() {
    assertThat(SentenceMarks.isContinued("It met on Sept.", "26, in the harbour.")).isTrue();
    assertThat(SentenceMarks.isContinued("“Stay!”", "she said.")).isTrue();
    assertThat(SentenceMarks.isContinued("潮水退了，", "船也走了。")).isTrue();
    assertThat(SentenceMarks.isContinued("他说完了", "。”")).isTrue();
    assertThat(SentenceMarks.isContinued("“Stay!”", "She said so.")).isFalse();
    assertThat(SentenceMarks.isContinued("潮水退了。", "……")).isFalse();
    assertThat(SentenceMarks.isContinued("", "")).isFalse();

    SentenceMarks marks = marks("潮水退了，", "船也走了。", "人也走了。");
    assertThat(marks.cuts(new Range(0, 1))).isEqualTo(1);
    assertThat(marks.cuts(new Range(1, 2))).isEqualTo(1);
    assertThat(marks.cuts(new Range(0, 2))).isZero();
    assertThat(marks.cuts(new Range(2, 3))).isZero();
  }

  @Test
  void neighboursMayRepeatEachOther() {
    SentenceMarks marks = marks("港口关闭。", "港口关闭。", "谁知道呢");

    assertThat(marks.repeated(new Range(0, 2))).isEqualTo(1);
    assertThat(marks.repeated(new Range(0, 3))).isEqualTo(1);
    assertThat(marks.repeated(new Range(1, 3))).isZero();
    assertThat(marks.repeated(new Range(0, 1))).isZero();
  }

  @Test
  void numbersOfSeveralSentencesAreDistinct() {
    assertThat(side("三百人来了。", "300人走了，5人留下。").numbers(new Range(0, 2))).hasSize(2);
  }

  private static List<Boolean> open(String... sentences) {
    Quotations quotations = Quotations.of(List.of(sentences));
    return IntStream.range(0, sentences.length).mapToObj(quotations::openAfter).toList();
  }

  @Test
  void aQuotationIsOpenUntilItsMarkCloses() {
    assertThat(open("他说：“我来了。", "你呢？”", "没人答话。")).containsExactly(true, false, false);
    assertThat(open("\"I am here.", "And you?\"", "Nobody spoke."))
        .containsExactly(true, false, false);
    assertThat(open("「走吧。", "快走！」")).containsExactly(true, false);
  }

  @Test
  void anApostropheDoesNotOpenAQuotation() {
    assertThat(open("It's the boys' boat, don't touch it.", "Fine.")).containsExactly(false, false);
    assertThat(open("It’s ours.", "Fine.")).containsExactly(false, false);
  }

  @Test
  void britishSingleQuotesOpenAndClose() {
    assertThat(open("'Come in,' she said.", "'Sit down.", "It's late.'"))
        .containsExactly(false, true, false);
  }

  @Test
  void aQuotationThatNeverEndsIsForgotten() {
    String[] sentences = new String[40];
    java.util.Arrays.fill(sentences, "一句话。");
    sentences[0] = "“开始。";
    assertThat(open(sentences)).startsWith(true, true).endsWith(false);
  }

  @Test
  void quotationsAreCountedWhereTheyOpen() {
    Quotations quotations = Quotations.of(List.of("“甲。”“乙。”", "丙。", "“丁。”"));

    assertThat(quotations.opened(0, 1)).isEqualTo(2);
    assertThat(quotations.opened(1, 2)).isZero();
    assertThat(quotations.opened(0, 3)).isEqualTo(3);
    assertThat(quotations.any()).isTrue();
    assertThat(Quotations.of(List.of("丙。")).any()).isFalse();
    assertThat(Quotations.of(List.of()).openAfter(-1)).isFalse();
  }
}
