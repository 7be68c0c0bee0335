package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantityReaderTest {

  private static QuantityReader.@Nullable Found unit(String text) {
    return QuantityReader.unitOf(text, NumberReader.read(text).get(0).span());
  }

  private static Quantity first(String text) {
    NumberValue number = NumberReader.read(text).get(0);
    return Quantity.of(number.value(), Objects.requireNonNull(unit(text)).unit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.37万亿斤|685 million metric tons", "18亿亩|120 million hectares", "38摄氏度|100 °F",
        "38℃|100 degrees Fahrenheit", "华氏100度|38 °C", "5公顷|50,000 square meters",
        "1万平方公里|3860 sq km", "300 千米|186 miles", "两公里半|2,500 m",
        "三百多公里|186 miles", "100立方米|26,400 gallons", "六尺|two meters",
        "三个月|13 weeks", "一百五十年|a century and a half", "30海里|55 km",
        "5千瓦|5,000 W", "10 km²|1,000 ha"
      })
  void namesTheSameAmountInOtherUnits(String one, String other) {
    boolean wrong = other.equals("3860 sq km"); // square miles would be right
    Quantity left = first(one);
    Quantity right = first(other);
    assertThat(left.isConversionOf(right)).isEqualTo(!wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"30 周年|", "4个周期|", "5升至6|", "8601 星期几|", "3 Mbps|", "20 people|"})
  void anotherWordIsNoUnit(String text, @Nullable String none) {
    assertThat(unit(text)).isNull();
  }

  @Test
  void aUnitEndsWhereItsNameEnds() {
    String text = "about 5 square miles of land";
    NumberValue number = NumberReader.read(text).get(0);
    QuantityReader.Found found = Objects.requireNonNull(unit(text));
    assertThat(text.substring(number.span().start(), found.end())).isEqualTo("5 square miles");
  }

  @Test
  void equalNumbersInQuiteDifferentUnitsContradictEachOther() {
    assertThat(first("5公里").contradicts(first("5 miles"))).isTrue();
    assertThat(first("5公里").contradicts(first("5 kilometers"))).isFalse();
    assertThat(first("5斤").contradicts(first("5 pounds"))).isFalse();
    assertThat(first("38度").contradicts(first("38 °F"))).isFalse();
  }

  @Test
  void aCoarseConversionIsNear() {
    assertThat(first("十里").isNear(first("four miles"))).isTrue();
    assertThat(first("十里").isConversionOf(first("four miles"))).isFalse();
    assertThat(first("十里").isNear(first("ten miles"))).isFalse();
  }
}
