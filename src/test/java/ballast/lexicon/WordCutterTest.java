package ballast.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordCutterTest {

  @Test
  void findsTheMostProbableCutAmongAll() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SortedMap<String, Double> counts = new TreeMap<>();
      for (int i = 0; i < 12; i++) {
        counts.put(han(random, 1 + random.nextInt(4)), 1.0 + random.nextInt(50));
      }
      WordCutter words = words(counts);
      String run = han(random, 1 + random.nextInt(9));
      List<String> cut = new ArrayList<>();
      words.split(run, cut);
      assertThat(String.join("", cut)).as("seed " + seed).isEqualTo(run);
      assertThat(cost(cut, counts)).as("seed " + seed).isCloseTo(best(run, counts), within());
    }
  }

  @Test
  void doesNotUseAWordWithoutCount() {
    SortedMap<String, Double> counts = new TreeMap<>();
    counts.put("压舱", 0.0);
    counts.put("压", 3.0);
    List<String> cut = new ArrayList<>();
    words(counts).split("压舱", cut);
    assertThat(cut).containsExactly("压", "舱");
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-4);
  }

  private static WordCutter words(SortedMap<String, Double> counts) {
    return new WordCutter(
        WordIndex.of(counts.keySet()),
        counts.values().stream().mapToInt(Double::intValue).toArray(),
        1);
  }

  private static String han(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + random.nextInt(3)));
    }
    return text.toString();
  }

  private static double best(String run, SortedMap<String, Double> counts) {
    double best = run.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
    for (int end = 1; end <= run.length(); end++) {
      String word = run.substring(0, end);
      if (end == 1 || counts.containsKey(word)) {
        best = Math.min(best, cost(List.of(word), counts) + best(run.substring(end), counts));
      }
    }
    return best;
  }

  private static double cost(List<String> cut, SortedMap<String, Double> counts) {
    double total = 0.5 + counts.values().stream().mapToDouble(Double::doubleValue).sum();
    return cut.stream().mapToDouble(w -> -Math.log(counts.getOrDefault(w, 0.5) / total)).sum();
  }
}
