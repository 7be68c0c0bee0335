package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberComparisonTest {

  private static String keys(List<NumberValue> numbers) {
    return String.join(" ", numbers.stream().map(NumberValue::key).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "两个和两个 | two and one more | 2 | ''", "二二八事件 | the February 28 incident | '' | ''",
        "2月28日 | 二二八 | '' | ''", "二二八 | the 228 incident of February 28 | '' | month 2 28",
        "二二八 | March 28 | '' | month 3", "一半 | 50% | '' | ''",
        "200% | 2 times | '' | ''", "90年代 | the 1890s | '' | ''",
        "几十 | 10 | some 10 | 10", "8% | 8 tons | 8% | 8",
        "三月 | 3 | month 3 | 3"
      })
  void reportsNumbersAndNegationsOfOneTextOnly(
      String first, String second, String left, String right) {
    NumberComparison compared =
        NumberComparison.of(NumberReader.read(first), NumberReader.read(second));
    assertThat(keys(compared.onlyInFirst())).isEqualTo(left);
    assertThat(keys(compared.onlyInSecond())).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"90年代,the 1990s", "八十年代,1980年", "一半,50%", "三分之一,one third", "第三,3rd"})
  void sameNumbersAreTheSameEitherWay(String first, String second) {
    NumberValue one = NumberReader.read(first).get(0);
    NumberValue other = NumberReader.read(second).get(0);
    assertThat(one.isSameAs(other)).isTrue();
    assertThat(other.isSameAs(one)).isTrue();
  }
}
