package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.NumberValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberEvidenceTest {

  private static NumberEvidence of(String left, String right) {
    return NumberEvidence.of(NumberEvidence.read(left), NumberEvidence.read(right));
  }

  @ParameterizedTest
  @CsvSource({
    "出口3082.7亿美元, exports of US$308.27 billion",
    "一半的人, 50 percent of the people",
    "90年代, the 1890s",
    "第三次会议, the 3rd meeting",
    "星期三, on Wednesday",
  })
  void numbersThatMeanTheSameAreShared(String left, String right) {
    assertThat(of(left, right)).isEqualTo(new NumberEvidence(1, 0, 0));
    assertThat(of(right, left)).isEqualTo(new NumberEvidence(1, 0, 0));
  }

  @Test
  void aDateWrittenAsDigitsEqualsItsMonthAndDay() {
    assertThat(of("二二八事件", "the February 28 incident")).isEqualTo(new NumberEvidence(1, 0, 0));
    assertThat(of("the February 28 incident", "二二八事件")).isEqualTo(new NumberEvidence(2, 0, 0));
  }

  @Test
  void otherNumbersAreCountedOnTheirSide() {
    assertThat(of("5人，7人，9人", "7 of 30")).isEqualTo(new NumberEvidence(1, 2, 1));
    assertThat(of("没有人", "7 of 30")).isEqualTo(new NumberEvidence(0, 0, 2));
    assertThat(of("8%", "8 people")).isEqualTo(new NumberEvidence(0, 1, 1));
  }

  @Test
  void vagueNumbersAreNotEvidence() {
    assertThat(NumberEvidence.read("几十人，数百人，十几岁；hundreds of people")).isEmpty();
  }

  @Test
  void aHugeTableGivesALimitedNumberOfNumbers() {
    assertThat(NumberEvidence.read("17人，".repeat(10_000)))
        .hasSizeLessThan(1000)
        .extracting(NumberValue::key)
        .containsOnly("17");
  }
}
