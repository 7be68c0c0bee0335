package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.align.RescoringFeatures.Quotations;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotationsTest {

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
