package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.index.SlotOrder.SlotSorter;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SlotSorterTest {

  private static final int SLOTS = 100_000;

  @Test
  void slotsRiseAndEqualOnesStayOnce() {
    SplittableRandom random = new SplittableRandom(1);
    SlotSorter sorter = new SlotSorter(SLOTS);
    for (int count : new int[] {0, 1, 2, 31, 32, 33, 500, 99_999, 40}) {
      int[] slots = random.ints(count, 0, SLOTS).toArray();
      int[] expected = Arrays.stream(slots).sorted().distinct().toArray();
      int kept = sorter.sort(slots, count);
      assertThat(Arrays.copyOf(slots, kept)).as("%d slots", count).isEqualTo(expected);
    }
  }

  @Test
  void theFirstAndTheLastSlotAreSlotsToo() {
    int[] slots = new int[64];
    Arrays.setAll(slots, i -> i % 2 == 0 ? SLOTS - 1 : 0);
    assertThat(new SlotSorter(SLOTS).sort(slots, slots.length)).isEqualTo(2);
    assertThat(slots).startsWith(0, SLOTS - 1);
  }
}
