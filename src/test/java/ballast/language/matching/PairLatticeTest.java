package ballast.language.matching;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Range;
import ballast.language.matching.Likeness.Demands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells left out of the table never change the best path. */
final class PairLatticeTest {

  private static final Demands JOINED = new Demands(0.25, 0.65, 0.4, 0.12, true);
  private static final Demands SINGLE = new Demands(0.5, 0.65, 0.5, Demands.NEVER, false);

  private static List<String> texts(SplittableRandom random, int kinds) {
    List<String> texts = new ArrayList<>();
    for (int n = 40 + random.nextInt(80); n > 0; n--) {
      int number = random.nextInt(kinds);
      texts.add("a b c d e f g".substring(2 * (number % 7)) + " n" + number + " m" + number * 7);
    }
    return texts;
  }

  /** Edited, added, removed and moved here and there. */
  private static List<String> edited(List<String> texts, SplittableRandom random) {
    List<String> after = new ArrayList<>(texts);
    for (int edits = random.nextInt(9); edits > 0; edits--) {
      int at = random.nextInt(after.size());
      switch (random.nextInt(5)) {
        case 0 -> after.add(at, "x y z" + random.nextInt(9));
        case 1 -> after.remove(at);
        case 2 -> after.add(random.nextInt(after.size()), after.remove(at));
        case 3 -> after.add(at, after.get(random.nextInt(after.size())));
        default -> after.set(at, after.get(at) + " q" + random.nextInt(9));
      }
    }
    return after;
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 1_000, 1_000_000})
  void theWayIsThatThroughTheWholeTable(int kinds) {
    for (long seed = 0; seed < Rounds.of(400); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> before = texts(random, kinds);
      List<String> after = random.nextInt(8) == 0 ? texts(random, kinds) : edited(before, random);
      Demands demands = seed % 2 == 0 ? SINGLE : JOINED;
      Map<String, Integer> numbers = new HashMap<>();
      List<Likeness.Item> olds = WordLikeness.items(before, numbers);
      List<Likeness.Item> news = WordLikeness.items(after, numbers);
      Likeness likeness = new WordLikeness(before, after);
      PairLattice lattice =
          new PairLattice(olds, news, new PairLattice.Duplicates(olds, news), likeness, demands);
      Range old = new Range(0, olds.size());
      Range revised = new Range(0, news.size());
      assertThat(new SentenceMatcher(olds, news, likeness, demands).inOrder())
          .as("seed %d", seed)
          .isEqualTo(lattice.pairs(old, revised, PairLattice.Band.full(olds.size(), news.size())));
    }
  }
}
