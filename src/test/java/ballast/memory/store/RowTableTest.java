package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.store.PresentUnits.RowTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
