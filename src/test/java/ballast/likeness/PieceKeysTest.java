package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.PairKeys.PieceKeys;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PieceKeysTest {

  private static final int[] THRESHOLDS = {50, 61, 70, 75, 80, 85, 90, 95, 99, 100};

  @ParameterizedTest
  @EnumSource
  void textsThatScoreHaveAKeyInCommon(Measure measure) {
    int pairs = 0;
    for (long seed = 1; seed <= 6_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      int threshold = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
      String a = texts.text(random.nextInt(seed % 10 == 0 ? 400 : 50));
      String b = texts.edited(a, random.nextInt(1 + a.length() / 20));
      if (new Pattern(a, measure).score(new Symbols().read(b, measure), threshold) < threshold) {
        continue;
      }
      pairs++;
      PieceKeys keys = new PieceKeys(threshold);
      int length = keys.read(a, measure, 1).length();
      boolean isLonger = length >= keys.read(b, measure, 1).length();
      Set<Long> pieces = set(keys.read(isLonger ? a : b, measure, 1).pieces());
      Set<Long> stretches = set(keys.read(isLonger ? b : a, measure, 1).stretches());
      assertThat(pieces).as("seed %d: %d", seed, threshold).containsAnyElementsOf(stretches);
    }
    assertThat(pairs).isGreaterThan(2_000);
  }

  private static Set<Long> set(long[] keys) {
    return Arrays.stream(keys).boxed().collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void piecesAreStretchesAsWell(Measure measure) {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PieceKeys keys = new PieceKeys(THRESHOLDS[random.nextInt(THRESHOLDS.length)]);
      keys.read(new RandomTexts(random, measure).text(random.nextInt(200)), measure, seed);
      assertThat(set(keys.stretches())).as("seed %d", seed).containsAll(set(keys.pieces()));
    }
  }

  @Test
  void aTextWithoutRoomForAnEditHasOneKey() {
    PieceKeys keys = new PieceKeys(90);
    assertThat(keys.read("目录", Measure.CHARACTERS, 1).pieces()).hasSize(1);
    assertThat(keys.stretches()).isEqualTo(keys.pieces());
    assertThat(keys.read("", Measure.CHARACTERS, 1).stretches()).hasSize(1);
  }

  @Test
  void textsOfOtherLanguagesHaveOtherKeys() {
    PieceKeys keys = new PieceKeys(90);
    long[] some = keys.read("目录", Measure.CHARACTERS, 1).pieces();
    assertThat(keys.read("目录", Measure.CHARACTERS, 2).pieces()).isNotEqualTo(some);
  }

  /** Otherwise a book in one unit would take for ever. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {50, 75, 90})
  void aLongTextHasFewKeysForItsLength(int threshold) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.appendCodePoint(0x4E00 + i);
    }
    PieceKeys keys = new PieceKeys(threshold).read(text.toString(), Measure.CHARACTERS, 1);
    assertThat(keys.pieces()).hasSize(10_000 * (100 - threshold) / 100 + 1);
    assertThat(keys.stretches().length).isBetween(10_000, 30_000);
  }
}
