package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.store.UnitStatisticsReader.KeyPairs;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPairsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countsTheSameAsSets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    KeyPairs pairs = new KeyPairs();
    Map<Long, Set<Long>> seconds = new TreeMap<>();
    Map<Long, Set<Long>> firsts = new TreeMap<>();
    int size = random.nextInt(3000);
    for (int i = 0; i < size; i++) {
      long first = Long.MAX_VALUE - random.nextInt(900);
      long second = Long.MIN_VALUE + random.nextInt(900);
      pairs.add(first, second);
      seconds.computeIfAbsent(first, k -> new HashSet<>()).add(second);
      firsts.computeIfAbsent(second, k -> new HashSet<>()).add(first);
    }
    assertThat(pairs.repeatedFirsts()).as("seed %d", seed).isEqualTo(size - seconds.size());
    assertThat(pairs.listFirstsWithSeveralSeconds())
        .as("seed %d", seed)
        .containsExactlyElementsOf(
            seconds.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList());
    assertThat(pairs.secondsWithSeveralFirsts())
        .as("seed %d", seed)
        .isEqualTo(firsts.values().stream().filter(set -> set.size() > 1).count());
  }
}
