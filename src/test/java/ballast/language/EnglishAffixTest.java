package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnglishAffixTest {

  @ParameterizedTest
  @CsvSource({
    "POSSIBLE, inheritable, inheritance, true", "POSSIBLE, portable, import, false",
    "MAKING, industrialization, industry, true", "MAKING, industrial, industry, false",
    "DOING, compiler, compile, true", "DOING, regulator, regulation, true",
    "DOING, debugger, debugging, false", "DOING, former, form, false",
    "DOING, factor, fact, false", "STATE, parallelism, parallel, true",
    "STATE, prism, parallel, false", "OPPOSITE, unconstrained, constraint, true",
    "OPPOSITE, uncle, cleave, false"
  })
  void makesAWordOfARelatedOne(EnglishAffix affix, String word, String base, boolean made) {
    assertThat(Inflection.words(word).stream().anyMatch(form -> affix.makes(form, base)))
        .isEqualTo(made);
  }
}
