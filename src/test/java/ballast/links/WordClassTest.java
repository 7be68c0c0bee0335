package ballast.links;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.ChineseWords;
import ballast.links.SpanFeatures.WordClass;
import ballast.links.WordLinker.TokenReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordClassTest {

  @ParameterizedTest
  @CsvSource({
    "The, ARTICLE", "its, POSSESSIVE", "within, PREPOSITION", "table, WORD",
    "的, CHINESE_ATTRIBUTIVE", "在, CHINESE_PREPOSITION", "度, CHARACTER", "12, NUMBER",
    "!, MARK"
  })
  void classes(String text, WordClass wanted) {
    assertThat(WordClass.of(token(text))).isEqualTo(wanted);
  }

  @Test
  void nounEndings() {
    assertThat(WordClass.isNounEnding(token("度"))).isTrue();
    assertThat(WordClass.isNounEnding(token("山"))).isFalse();
  }

  @Test
  void labels() {
    assertThat(WordClass.CHINESE_MEASURE.label()).isEqualTo("chinese measure");
  }

  private static Token token(String text) {
    return new TokenReader(ChineseWords.NONE).read(text, Set.of()).get(0);
  }
}
