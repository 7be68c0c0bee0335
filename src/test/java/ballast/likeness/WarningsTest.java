package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.Warnings.NumbersAndNegations;
import ballast.likeness.Warnings.Warning;
import ballast.likeness.Warnings.Warning.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WarningsTest {

  private static List<Kind> chinese(String a, String b) {
    return kinds(new Warnings(a, Measure.CHARACTERS).beside(b));
  }

  private static List<Kind> english(String a, String b) {
    return kinds(new Warnings(a, Measure.WORDS).beside(b));
  }

  private static List<Kind> kinds(List<Warning> warnings) {
    return warnings.stream().map(Warning::kind).toList();
  }

  @Test
  void aNegationThatComesOrGoesIsWarnedOf() {
    assertThat(chinese("他说了。", "他没说。")).containsExactly(Kind.NEGATION);
    assertThat(chinese("不可以走。", "可以走。")).containsExactly(Kind.NEGATION);
    assertThat(english("They did agree.", "They didn't agree.")).containsExactly(Kind.NEGATION);
    assertThat(english("With a flag", "Without a flag")).containsExactly(Kind.NEGATION);
  }

  @Test
  void aNegationIsTheSameInTraditionalCharacters() {
    assertThat(chinese("他没说，无人。", "他沒說，無人。")).isEmpty();
    assertThat(chinese("他说了。", "他沒說。")).containsExactly(Kind.NEGATION);
    assertThat(chinese("不过他说了，无论如何。", "不過他說了，無論如何。")).isEmpty();
  }

  @Test
  void aWordThatOnlyLooksLikeANegationIsNone() {
    assertThat(chinese("非常好的船。", "很好的船。")).isEmpty();
    assertThat(chinese("未来的港口。", "明天的港口。")).isEmpty();
    assertThat(english("Note the notch.", "Mind the notch.")).isEmpty();
  }

  @Test
  void aNumberOfAnotherValueIsWarnedOf() {
    assertThat(chinese("运了15000吨。", "运了1.5万吨。")).isEmpty();
    assertThat(chinese("运了三十吨。", "运了30吨。")).isEmpty();
    assertThat(chinese("运了百分之八。", "运了8%。")).isEmpty();
    assertThat(chinese("运了20亿吨，两万人。", "運了20億噸，兩萬人。")).isEmpty();
    assertThat(chinese("十分钟后升了3个百分点。", "十分鐘後升了3個百分點。")).isEmpty();
    assertThat(chinese("运了20亿吨。", "運了20萬噸。")).containsExactly(Kind.NUMBER);
    assertThat(chinese("运了8%。", "运了8吨。")).containsExactly(Kind.NUMBER);
    assertThat(english("twenty-three ships", "23 ships")).isEmpty();
    assertThat(english("3 million tons", "3 billion tons")).containsExactly(Kind.NUMBER);
  }

  @Test
  void anotherNameIsWarnedOf() {
    assertThat(chinese("乘坐Aurora号。", "乘坐Zephyr号。")).containsExactly(Kind.NAME);
    assertThat(english("He met Alice there.", "He met Bob there.")).containsExactly(Kind.NAME);
    assertThat(english("Ships left.", "Boats left.")).isEmpty();
    assertThat(english("Alice left.", "Then Alice left.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234,567 | 1234567", "3082.7亿 | 308270000000", "两千零五 | 2005", "二〇一九 | 2019",
        "一亿三千万 | 130000000", "十五 | 15", "two hundred and five | 205", "fifteen thousand | 15000",
        "1.2.3 | 1.2.3", "百分之三十 | 30%", "8 percent | 8%",
      })
  void numbersAreReadByValue(String text, String value) {
    assertThat(NumbersAndNegations.of(text, Measure.CHARACTERS).numbers()).hasSize(1);
    assertThat(english(text, value)).isEmpty();
    assertThat(english(text, "1" + value)).containsExactly(Kind.NUMBER);
    assertThat(chinese("运了" + text + "吨。", "运了" + value + "吨。")).doesNotContain(Kind.NUMBER);
    assertThat(chinese("运了" + text + "吨。", "运了1" + value + "吨。")).contains(Kind.NUMBER);
  }

  @Test
  void wordsWithNumeralsAreNotNumbers() {
    assertThat(NumbersAndNegations.of("万一下雨，一个人十分难过。Someone alone.", Measure.CHARACTERS).numbers())
        .isEmpty();
  }
}
