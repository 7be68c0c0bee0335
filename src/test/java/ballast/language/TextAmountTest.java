package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextAmountTest {

  @ParameterizedTest
  @CsvSource({
    "2024年GDP增长, 10, 5", "码头今天很忙。, 7, 6", "The pier's busy today., 19, 4",
    "'  — … ', 2, 0", "𠮷野家, 3, 3", "'a\u3000b\u00A0c', 3, 3",
    "'', 0, 0"
  })
  void hanCountOneByOneAndOtherWordsWhole(String text, long characters, long words) {
    String read = text.replace("\\u3000", "\u3000").replace("\\u00A0", "\u00A0");
    assertThat(TextAmount.of(read)).isEqualTo(new TextAmount(characters, words));
  }

  @Test
  void amountsAdd() {
    assertThat(TextAmount.of("甲 a").plus(TextAmount.of("bc"))).isEqualTo(new TextAmount(4, 3));
  }
}
