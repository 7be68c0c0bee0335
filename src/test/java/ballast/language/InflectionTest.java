package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InflectionTest {

  @ParameterizedTest
  @CsvSource({
    "leaned,lean", "leaning,lean", "stopped,stop", "hoping,hope", "agreed,agree",
    "travelled,travel", "tried,try", "parties,party", "ties,tie", "boxes,box",
    "houses,house", "heroes,hero", "crises,crisis", "people,person", "wrote,write",
    "foresaw,foresee", "memoranda,memorandum", "lives,live", "lives,life", "programmes,program",
    "modernised,modernize", "centres,center", "harbours,harbor",
  })
  void aFormIsOfAWord(String form, String word) {
    assertThat(Inflection.words(form)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "productivity,productive", "officially,official", "worker,work", "news,new",
    "string,str", "status,statu", "goods,good", "class,clas",
    "four,for"
  })
  void aDifferentWordIsNone(String form, String word) {
    assertThat(Inflection.words(form)).doesNotContain(word);
  }

  @Test
  void aFormIsFirstOfAllItself() {
    assertThat(Inflection.words("ballast")).containsExactly("ballast");
    assertThat(Inflection.words("found").get(0)).isEqualTo("found");
    assertThat(Inflection.words("")).containsExactly("");
    assertThat(Inflection.words("s")).containsExactly("s");
    assertThat(Inflection.words("9th")).containsExactly("9th");
  }
}
