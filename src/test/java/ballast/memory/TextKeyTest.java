package ballast.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.language.WhiteSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

  /** The hash of any text is that of its key. */
  @Test
  void aTextAndItsKeyHaveOneHash() {
    List<String> parts =
        List.of(
            "a", "Z", " ", " ", "天", "Ｂ", "，", "ｶ", "ﾞ", "￥", "é", "\u3000", "\u00A0", "\t",
            "\u0001", "\u007F", "…", "𠮷");
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < Rounds.of(50_000); i++) {
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

  /** Keys that are stored were made before the next line and the byte order mark were spaces. */
  @Test
  void whiteSpaceOfKeysIsThatOfOtherTextsButForTwoCharacters() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> TextKey.isSpace((char) c) != WhiteSpace.isSpace(c)))
        .containsExactly(0x85, 0xFEFF);
  }
}
