package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberWordTest {

  @ParameterizedTest
  @CsvSource({
    "two, 2", "nineteen, 19", "ninety, 90", "first, 1st", "second, 2nd",
    "third, 3rd", "eleventh, 11th", "twelfth, 12th", "thirteenth, 13th", "twentieth, 20th",
    "hundred, 100", "thousand, 1000"
  })
  void aNumberWordHasDigits(String word, String digits) {
    assertThat(NumberWord.digits(word)).isEqualTo(digits);
  }

  @Test
  void otherWordsHaveNone() {
    assertThat(NumberWord.digits("one")).isNull();
    assertThat(NumberWord.digits("zero")).isNull();
    assertThat(NumberWord.digits("month")).isNull();
    assertThat(NumberWord.digits("")).isNull();
    assertThat(NumberWord.cardinal("zero")).isZero();
    assertThat(NumberWord.cardinal("Two")).isEqualTo(-1);
  }
}
