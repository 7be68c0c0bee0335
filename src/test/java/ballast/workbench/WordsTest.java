package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class WordsTest {

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream("/ballast/workbench/" + name)),
            UTF_8)) {
      words.load(in);
    }
    return words;
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(new TreeSet<>(words("words_zh.properties").stringPropertyNames()))
        .isEqualTo(new TreeSet<>(words("words.properties").stringPropertyNames()));
  }

  @Test
  void everyTextIsAPatternAndItsApostrophesAreWrittenTwice() throws IOException {
    for (String name : new String[] {"words.properties", "words_zh.properties"}) {
      Properties words = words(name);
      for (String key : words.stringPropertyNames()) {
        String pattern = words.getProperty(key);
        assertThat(pattern.replace("''", "")).as(key).doesNotContain("'").isNotBlank();
        for (int count = 0; count < 3; count++) {
          String text =
              new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {count, count, 3, 4});
          assertThat(text).as(key).isNotBlank().doesNotContain("{");
        }
      }
    }
  }
}
