package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Span;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DifferencesTest {

  /** How many symbols begin inside one of the spans. */
  private static int within(Symbols text, List<Span> spans) {
    int count = 0;
    for (int i = 0; i < text.size(); i++) {
      Span symbol = text.span(i, i);
      count += (int) spans.stream().filter(span -> span.contains(symbol)).count();
    }
    return count;
  }

  @ParameterizedTest
  @EnumSource
  void asManySymbolsDifferAsTheDistanceAndTheLengthsAllow(Measure measure) {
    for (long seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      String a = texts.text(random.nextInt(40));
      // Often a mere insertion or deletion.
      String b = random.nextInt(3) == 0 ? a + texts.text(5) : texts.edited(a, random.nextInt(6));
      Symbols left = new Symbols().read(a, measure);
      Symbols right = new Symbols().read(b, measure);
      Differences differences = Differences.between(left, right);
      int distance = PatternTest.plainDistance(left, right);
      int ours = within(left, differences.left());
      int theirs = within(right, differences.right());
      assertThat(Math.max(ours, theirs)).as("seed %d", seed).isLessThanOrEqualTo(distance);
      assertThat(ours + theirs).as("seed %d", seed).isGreaterThanOrEqualTo(distance);
      assertThat(left.size() - ours).as("seed %d", seed).isEqualTo(right.size() - theirs);
    }
  }
}
