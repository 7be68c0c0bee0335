package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Lang;
import ballast.language.WhiteSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that are part of the file format. */
final class TextKeyTest {

  @Test
  void whiteSpaceAndWidthAreFolded() {
    assertThat(TextKey.of(" \u3000a\u00A0\n b\t")).isEqualTo("a b");
    assertThat(TextKey.of("ＡＢ１，！ ｶﾞ ￥")).isEqualTo("AB1,! ガ ¥");
    assertThat(TextKey.of("\u3000 \n")).isEmpty();
    assertThat(TextKey.of("。、「」é\u0301\uF900𠮷")).isEqualTo("。、「」é\u0301\uF900𠮷");
  }

  @Test
  void hashesNeverChangeBecauseTheyAreStored() {
    assertThat(TextKey.hash("")).isEqualTo(-8683467770494919389L);
    assertThat(TextKey.hash("春天来了。")).isEqualTo(1353626508445132575L);
    assertThat(TextKey.stored("春天来了。")).isEqualTo((int) (1353626508445132575L >> 32));
  }

  /** Whatever stands in a text, and where, its hash is that of its key. */
  @Test
  void aTextAndItsKeyHaveOneHash() {
    List<String> parts =
        List.of(
            "a", "Z", " ", " ", "天", "Ｂ", "，", "ｶ", "ﾞ", "￥", "é", "\u3000", "\u00A0", "\t",
            "\u0001", "\u007F", "…", "𠮷");
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n > 0; n--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      assertThat(TextKey.hash(text.toString()))
          .as("%s", text)
          .isEqualTo(TextKey.hash(TextKey.of(text.toString())));
    }
  }

  @Test
  void hashesOfManyShortTextsDiffer() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      hashes.add(TextKey.hash(Integer.toString(i, 36)));
    }
    assertThat(hashes).hasSize(200_000);
  }

  @Test
  void idsNeverChangeBecauseTheyAreShared() {
    UnitId ids = new UnitId("articles/春天.md", Lang.ZH_CN, Lang.EN_US, Set.of());
    assertThat(ids.next("春天来了。")).isEqualTo("c3169661e205");
    assertThat(ids.next("春天来了。")).isEqualTo("64ed739a2fb6");
  }

  @Test
  void aTakenIdIsPassedOver() {
    UnitId free = new UnitId("d", Lang.ZH_CN, Lang.EN_US, Set.of());
    String first = free.next("好。");
    UnitId taken = new UnitId("d", Lang.ZH_CN, Lang.EN_US, Set.of(first));
    assertThat(taken.next("好。")).isEqualTo(free.next("好。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "s",
        "s1",
        "s-1,2:ph0:0:",
        "s1,9:ph",
        "s1,2:ph0:",
        "s99999999999,",
        "s1,0:0:0:"
      })
  void malformedCodesAreRefused(String column) {
    assertThatThrownBy(() -> CodesColumn.read(column)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Keys that are stored were made before the next line and the byte order mark were spaces. */
  @Test
  void whiteSpaceOfKeysIsThatOfOtherTextsButForTwoCharacters() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> TextKey.isSpace((char) c) != WhiteSpace.isSpace(c)))
        .containsExactly(0x85, 0xFEFF);
  }
}
