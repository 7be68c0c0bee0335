package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StemmerTest {

  private final Stemmer stemmer = new Stemmer();

  /** The examples of the paper's rules, taken through all steps. */
  @ParameterizedTest
  @CsvSource({
    "caresses, caress", "ponies, poni", "cats, cat", "feed, feed",
    "agreed, agre", "plastered, plaster", "bled, bled", "motoring, motor",
    "sing, sing", "conflated, conflat", "troubled, troubl", "sized, size",
    "hopping, hop", "tanned, tan", "falling, fall", "hissing, hiss",
    "fizzed, fizz", "failing, fail", "trekked, trek", "trekking, trek",
    "revving, rev", "specced, spec", "dekko, dekko", "filing, file",
    "happy, happi", "sky, sky", "relational, relat", "conditional, condit",
    "rational, ration", "valenci, valenc", "digitizer, digit", "conformabli, conform",
    "radicalli, radic", "differentli, differ", "vileli, vile", "analogousli, analog",
    "vietnamization, vietnam", "predication, predic", "operator, oper", "feudalism, feudal",
    "decisiveness, decis", "hopefulness, hope", "callousness, callous", "formaliti, formal",
    "sensitiviti, sensit", "sensibiliti, sensibl", "triplicate, triplic", "formative, form",
    "formalize, formal", "electriciti, electr", "electrical, electr", "hopeful, hope",
    "goodness, good", "revival, reviv", "allowance, allow", "inference, infer",
    "airliner, airlin", "gyroscopic, gyroscop", "adjustable, adjust", "defensible, defens",
    "irritant, irrit", "replacement, replac", "adjustment, adjust", "dependent, depend",
    "adoption, adopt", "homologou, homolog", "communism, commun", "activate, activ",
    "angulariti, angular", "homologous, homolog", "effective, effect", "bowdlerize, bowdler",
    "probate, probat", "rate, rate", "cease, ceas", "controll, control",
    "roll, roll", "generalizations, gener", "oscillators, oscil"
  })
  void stemsAsThePaperSays(String word, String stem) {
    assertThat(stemmer.stem(word)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource({"is, is", "yy, yy", "yyy, yyi", "syzygy, syzygi", "toy, toi", "say, sai", "ion, ion"})
  void copesWithShortWordsAndManyYs(String word, String stem) {
    assertThat(stemmer.stem(word)).isEqualTo(stem);
  }

  @Test
  void formsOfAWordShareItsKey() {
    assertThat(IrregularForms.word("children")).isEqualTo("child");
    assertThat(IrregularForms.word("was")).isEqualTo("be");
    assertThat(IrregularForms.word("ballast")).isEqualTo("ballast");
    assertThat(stemmer.stem(IrregularForms.word("said"))).isEqualTo(stemmer.stem("saying"));
  }

  @Test
  void oneStemmerStemsAnyNumberOfWords() {
    assertThat(List.of("relational", "is", "sky", "relational"))
        .extracting(stemmer::stem)
        .containsExactly("relat", "is", "sky", "relat");
  }
}
