package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnglishFormsTest {

  @ParameterizedTest
  @CsvSource({
    "ally,allies", "policy,policies", "stone,stones", "day,days", "box,boxes",
    "branch,branches", "crisis,crises", "child,children", "woman,women", "wife,wives",
    "phenomenon,phenomena", "nation,nations", "class,classes", "lesson,lessons", "lead,leads",
    "hold,holds"
  })
  void pluralsAreMade(String noun, String plural) {
    assertThat(EnglishForms.plural(noun)).contains(plural);
    assertThat(EnglishForms.isPlural(plural)).isTrue();
    assertThat(EnglishForms.isPlural(noun)).isFalse();
    assertThat(Inflection.words(plural)).contains(Inflection.words(noun).get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "socialism", "openness", "modernization", "modernisation", "photo", "roof", "quiz",
    "virus", "goods", "allies", "policies", "economics", "naïveté", "knowledge"
  })
  void anUncertainWordHasNoPlural(String noun) {
    assertThat(EnglishForms.plural(noun)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lean,leaning,leant", "modernize,modernizing,modernized", "carry,carrying,carried",
    "plan,planning,planned", "agree,agreeing,agreed", "die,dying,",
    "lead,leading,led", "send,sending,sent", "play,playing,played",
    "mix,mixing,mixed", "show,showing,", "take,taking,",
    "run,running,", "help,helping,helped", "need,needing,needed",
    "visit,,", "commit,,"
  })
  void formsOfVerbsAreMadeWhereTheyAreSure(String verb, String ing, String past) {
    assertThat(EnglishForms.ing(verb)).isEqualTo(Optional.ofNullable(ing));
    assertThat(EnglishForms.past(verb)).isEqualTo(Optional.ofNullable(past));
  }

  @Test
  void everyFormIsReadBackAsItsWord() {
    List<String> words =
        List.of("ally", "plan", "carry", "guide", "play", "mix", "teach", "echo", "press", "help");
    for (String word : words) {
      EnglishForms.plural(word)
          .ifPresent(form -> assertThat(Inflection.words(form)).contains(word));
      EnglishForms.ing(word).ifPresent(form -> assertThat(Inflection.words(form)).contains(word));
      EnglishForms.past(word).ifPresent(form -> assertThat(Inflection.words(form)).contains(word));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ally,an", "stone,a", "hour,an", "honest man,an", "university,a", "uninvited guest,an",
    "unique case,a", "European,a", "one-sided policy,a", "SOE,an", "UN body,a", "8-year plan,an",
    "11th,an", "18-hole,an", "80,an", "1800s,a", "umbrella,an", "useful idea,a",
    "élan,an", "unit,a", "undue haste,an", "usual way,a"
  })
  void theIndefiniteArticleDependsOnTheSound(String words, String article) {
    assertThat(IndefiniteArticle.before(words)).contains(article);
  }

  @Test
  void acronymsThatMayBeSpokenAsWordsHaveNoSureArticle() {
    assertThat(IndefiniteArticle.before("NATO member")).isEmpty();
    assertThat(IndefiniteArticle.before("...")).isEmpty();
  }
}
