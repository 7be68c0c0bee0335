package ballast.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Properties that the bundled lexicon must have after every training. */
class BundledLexiconTest {

  private static final Path RESOURCES = Path.of("src/main/resources/ballast/lexicon");

  private final Lexicon lexicon = Lexicon.bundled();

  @Test
  void isTheOneThatTheSourcesGive() throws IOException, NoSuchAlgorithmException {
    byte[] bytes = Files.readAllBytes(RESOURCES.resolve("zh-en.lexicon"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(Files.readString(Path.of("src/dev/lexicon.sha256"), UTF_8)).startsWith(hash + " ");
    assertThat(bytes.length).isLessThanOrEqualTo(14_500_000);
  }

  @Test
  void namesAllItsSources() throws IOException {
    List<String> sources =
        Files.readAllLines(Path.of("src/dev/lexicon-sources.tsv"), UTF_8).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    String notice = Files.readString(RESOURCES.resolve("NOTICE"), UTF_8);
    List<String> notes = lexicon.notes();
    // The dictionary and the heading come first.
    assertThat(notes).hasSize(sources.size() + 2);
    assertThat(notes.get(1)).startsWith("cc-cedict.dict.dz\t3.0\t");
    for (int i = 0; i < sources.size(); i++) {
      String[] source = sources.get(i).split("\t");
      assertThat(source).hasSize(5).doesNotContain("");
      assertThat(notice).contains(source[0]);
      assertThat(notes.get(i + 2))
          .startsWith(source[0] + "\t" + Double.parseDouble(source[1]) + "\t");
    }
    assertThat(notice)
        .contains("CC-CEDICT", "CC BY-SA 4.0", "creativecommons.org/licenses/by-sa/4.0");
  }

  @Test
  void knowsTheWordBallast() {
    assertThat(lexicon.words().read("壓艙石")).containsExactly("压舱石");
    assertThat(translations("压舱石")).contains("ballast");
    assertThat(translations("ballast")).contains("压舱石");
  }

  @Test
  void knowsCommonWords() {
    assertThat(translations("中国")).startsWith("china");
    assertThat(translations("经济")).contains("economi", "econom");
    assertThat(translations("说")).startsWith("sai");
    assertThat(translations("我们")).startsWith("we");
    assertThat(translations("？")).startsWith("?");
    assertThat(translations("children")).contains("孩子");
  }

  @Test
  void everyWordHasATranslationAndIsFoundByItsName() {
    boolean[] translated = new boolean[lexicon.englishWords()];
    for (int word = 0; word < lexicon.chineseWords(); word++) {
      int[] entries = {0};
      lexicon.translations(
          word,
          (english, there, back, links) -> {
            translated[english] = true;
            entries[0]++;
          });
      assertThat(entries[0]).isPositive();
      assertThat(lexicon.chinese(lexicon.chineseWord(word))).isEqualTo(word);
    }
    for (int word = 0; word < translated.length; word++) {
      assertThat(translated[word]).isTrue();
      assertThat(lexicon.english(lexicon.englishWord(word))).isEqualTo(word);
    }
  }

  @Test
  void readsCharacters() {
    assertThat(lexicon.readings('行')).contains("xing", "hang");
    assertThat(lexicon.readings('绿')).contains("lv");
    assertThat(lexicon.simplified('經')).isEqualTo('经');
    assertThat(lexicon.simplified('寧'))
        .as("has a chain of forms")
        .isEqualTo(lexicon.simplified('宁'));
    assertThat(lexicon.simplified('麼')).isEqualTo(lexicon.simplified('么'));
  }

  private List<String> translations(String word) {
    return Explanation.of(word, lexicon).get(0).translations().stream()
        .limit(8)
        .map(Explanation.Translation::word)
        .toList();
  }
}
