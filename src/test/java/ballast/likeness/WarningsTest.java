package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.Warnings.NumbersAndNegations;
import ballast.likeness.Warnings.Warning;
import ballast.likeness.Warnings.Warning.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WarningsTest {

  private static List<Kind> kinds(String a, String b, Measure measure) {
    return new Warnings(a, measure).beside(b).stream().map(Warning::kind).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # A negation that comes or goes is warned of.
          CHARACTERS | 他说了。 | 他没说。 | NEGATION
          CHARACTERS | 不可以走。 | 可以走。 | NEGATION
          WORDS | They did agree. | They didn't agree. | NEGATION
          WORDS | With a flag | Without a flag | NEGATION
          # A negation is the same in traditional characters.
          CHARACTERS | 他没说，无人。 | 他沒說，無人。 |
          CHARACTERS | 他说了。 | 他沒說。 | NEGATION
          CHARACTERS | 不过他说了，无论如何。 | 不過他說了，無論如何。 |
          # A word that only looks like a negation is none.
          CHARACTERS | 非常好的船。 | 很好的船。 |
          CHARACTERS | 未来的港口。 | 明天的港口。 |
          WORDS | Note the notch. | Mind the notch. |
          # A number of another value is warned of.
          CHARACTERS | 运了15000吨。 | 运了1.5万吨。 |
          CHARACTERS | 运了三十吨。 | 运了30吨。 |
          CHARACTERS | 运了百分之八。 | 运了8%。 |
          CHARACTERS | 运了20亿吨，两万人。 | 運了20億噸，兩萬人。 |
          CHARACTERS | 十分钟后升了3个百分点。 | 十分鐘後升了3個百分點。 |
          CHARACTERS | 运了20亿吨。 | 運了20萬噸。 | NUMBER
          CHARACTERS | 运了8%。 | 运了8吨。 | NUMBER
          WORDS | twenty-three ships | 23 ships |
          WORDS | 3 million tons | 3 billion tons | NUMBER
          # Another name is warned of.
          CHARACTERS | 乘坐Aurora号。 | 乘坐Zephyr号。 | NAME
          WORDS | He met Alice there. | He met Bob there. | NAME
          WORDS | Ships left. | Boats left. |
          WORDS | Alice left. | Then Alice left. |
          """)
  void differencesAreWarnedOf(Measure measure, String a, String b, @Nullable Kind kind) {
    assertThat(kinds(a, b, measure)).isEqualTo(Stream.ofNullable(kind).toList());
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
    assertThat(kinds(text, value, Measure.WORDS)).isEmpty();
    assertThat(kinds(text, "1" + value, Measure.WORDS)).containsExactly(Kind.NUMBER);
    String chinese = "运了" + text + "吨。";
    assertThat(kinds(chinese, "运了" + value + "吨。", Measure.CHARACTERS)).doesNotContain(Kind.NUMBER);
    assertThat(kinds(chinese, "运了1" + value + "吨。", Measure.CHARACTERS)).contains(Kind.NUMBER);
  }

  @Test
  void wordsWithNumeralsAreNotNumbers() {
    assertThat(NumbersAndNegations.of("万一下雨，一个人十分难过。Someone alone.", Measure.CHARACTERS).numbers())
        .isEmpty();
  }
}
