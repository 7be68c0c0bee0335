package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.store.PresentUnits.RowTable;
import ballast.memory.store.UnitStatisticsReader.KeyPairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowTableTest {

  @Test
  void rowsAreFoundInTheOrderInWhichTheyCame() {
    Random random = new Random(11);
    RowTable table = new RowTable();
    Map<Long, List<Integer>> expected = new HashMap<>();
    for (int row = 1; row <= 20_000; row++) {
      long key = random.nextInt(9_000) * (row % 2 == 0 ? 1L : 1L << 33);
      table.add(key, row);
      expected.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    expected.forEach(
        (key, rows) -> assertThat(rows(table, key)).as("key %d", key).containsSubsequence(rows));
  }

  @Test
  void aKeyThatNoRowHasFindsHardlyEverOne() {
    RowTable table = new RowTable();
    for (int row = 1; row <= 20_000; row++) {
      table.add(row, row);
    }
    long found = 0;
    for (long key = 30_000; key < 60_000; key++) {
      found += rows(table, key).size();
    }
    assertThat(found).isLessThan(5);
    assertThat(rows(new RowTable(), 0)).isEmpty();
  }

  @Test
  void itGrowsWithItsRows() {
    RowTable table = new RowTable();
    for (int row = 1; row <= 100_000; row++) {
      table.add(row * 77L, row);
    }
    assertThat(table.bytes()).isBetween(100_000L * 12, 100_000L * 24);
  }

  private static List<Integer> rows(RowTable table, long key) {
    List<Integer> rows = new ArrayList<>();
    table.find(key).forEachRemaining((int row) -> rows.add(row));
    return rows;
  }

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
