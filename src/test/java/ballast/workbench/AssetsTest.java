package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Workbench.Assets;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssetsTest {

  private static Call form(String body) {
    return new Call(
        "POST",
        "/language",
        Parameters.NONE,
        Map.of("content-type", "application/x-www-form-urlencoded"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** The path of htmx has the version of the library in it. */
  @Test
  void everyFileIsThere() throws Exception {
    for (Route route : Assets.routes()) {
      Call call = new Call("GET", route.path(), Parameters.NONE, Map.of(), new byte[0]);
      Answer answer = route.handler().answer(call);
      assertThat(answer.body()).as(route.path()).isNotEmpty();
      assertThat(route.access()).isEqualTo(Route.Access.BROWSER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/align?document=tm%2Fa, /align?document=tm%2Fa",
    "//evil.example, /",
    "//x, /",
    "//x?document=a, /",
    "/\\evil.example, /",
    "https://evil.example, /",
    "'/align?document=a b', /",
    "/align%0D%0ASet-Cookie: a, /"
  })
  void theWayBackIsAPageOfThisServer(String back, String expected) {
    String encoded = URLEncoder.encode(back, StandardCharsets.UTF_8);
    Answer answer = Assets.language(form("to=zh&back=" + encoded));
    assertThat(answer.headers().get("Location")).isEqualTo(expected);
    assertThat(answer.headers().get("Set-Cookie")).startsWith("ballast-language=zh; ");
  }

  @Test
  void thereAreTwoLanguages() {
    assertThatThrownBy(() -> Assets.language(form("to=fr&back=/")))
        .isInstanceOf(RefusedException.class);
  }

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
  void theChineseTextsSayOneWordForYou() throws IOException {
    assertThat(words("words_zh.properties").values())
        .noneMatch(text -> text.toString().contains("您"));
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
