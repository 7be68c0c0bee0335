package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PatternTest {

  /** The edit distance from the full table of Wagner and Fischer. */
  static int plainDistance(Symbols a, Symbols b) {
    int[][] table = new int[a.size() + 1][b.size() + 1];
    for (int i = 0; i <= a.size(); i++) {
      for (int j = 0; j <= b.size(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int step = a.same(i - 1, b, j - 1) ? 0 : 1;
          int diagonal = table[i - 1][j - 1] + step;
          table[i][j] = Math.min(diagonal, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        }
      }
    }
    return table[a.size()][b.size()];
  }

  @ParameterizedTest
  @EnumSource
  void distancesAreThoseOfThePlainTable(Measure measure) {
    for (long seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      String a = texts.text(random.nextInt(seed % 10 == 0 ? 300 : 80));
      String b =
          random.nextBoolean()
              ? texts.edited(a, random.nextInt(20))
              : texts.text(random.nextInt(150));
      Pattern pattern = new Pattern(a, measure);
      Symbols other = new Symbols().read(b, measure);
      int distance = plainDistance(pattern.symbols(), other);
      for (int maxEdits : new int[] {1000, distance, distance + 1}) {
        assertThat(pattern.distance(other, maxEdits)).as("seed %d", seed).isEqualTo(distance);
      }
      if (distance > 0) {
        assertThat(pattern.distance(other, distance - 1))
            .as("seed %d", seed)
            .isGreaterThan(distance - 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theScoreIsTheFormulaRoundedDown(Measure measure) {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      String a = texts.text(1 + random.nextInt(40));
      String b = texts.edited(a, random.nextInt(8));
      Pattern pattern = new Pattern(a, measure);
      Symbols other = new Symbols().read(b, measure);
      int longer = Math.max(pattern.symbols().size(), other.size());
      int distance = plainDistance(pattern.symbols(), other);
      int expected = longer == 0 ? 100 : 100 * (longer - distance) / longer;
      for (int threshold = 50; threshold <= 100; threshold++) {
        int score = pattern.score(other, threshold);
        if (expected >= threshold) {
          assertThat(score).as("seed %d, least %d", seed, threshold).isEqualTo(expected);
        } else {
          assertThat(score).as("seed %d, least %d", seed, threshold).isLessThan(threshold);
        }
      }
    }
  }
}
