package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.index.PartBuilder.GramLists;
import ballast.likeness.index.SlotOrder.SlotSorter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SortedListsTest {

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

  @Test
  void sortsLikeAnyOther() {
    Random random = new Random(2);
    for (int count : new int[] {0, 1, 2, 3_000}) {
      long[] numbers = random.longs(count + 5L, 0, Long.MAX_VALUE).toArray();
      long[] expected = Arrays.copyOf(numbers, count);
      Arrays.sort(expected);
      long[] sorted = RadixSort.sorted(numbers, count, 0, new long[count]);
      assertThat(Arrays.copyOf(sorted, count)).isEqualTo(expected);
    }
  }

  @Test
  void keysThatAreEqualAboveTheSkippedBitsKeepTheirOrder() {
    Random random = new Random(3);
    long[] numbers = random.longs(2_000, 0, 1L << 26).toArray();
    long[] expected =
        Arrays.stream(numbers)
            .boxed()
            .sorted(Comparator.comparingLong(number -> number >>> 20))
            .mapToLong(number -> number)
            .toArray();
    assertThat(RadixSort.sorted(numbers.clone(), numbers.length, 20, new long[numbers.length]))
        .isEqualTo(expected);
  }

  /** The greatest key, and texts so far apart that their difference does not fit beside a key. */
  @Test
  void keysAndTextsMayBeLarge() {
    long greatest = (1L << 44) - 1;
    GramLists lists = new GramLists();
    int[] texts = {0, 1, 127, 128, 70_000, 1 << 20, (1 << 21) + 5, (1 << 24) - 1};
    for (int text : texts) {
      lists.add(greatest, text);
      lists.add(0, text);
    }
    List<Long> keys = new ArrayList<>();
    lists.forEach(
        (key, list, count) -> {
          keys.add(key);
          assertThat(Arrays.copyOf(list, count)).isEqualTo(texts);
        });
    assertThat(keys).containsExactly(0L, greatest);
  }

  @Tag("slow")
  @Test
  void everyGramHasItsTexts() {
    SplittableRandom random = new SplittableRandom(7);
    Map<Long, List<Integer>> expected = new TreeMap<>();
    GramLists lists = new GramLists();
    for (int text = 0; text < 40_000; text++) {
      for (long key : random.longs(60, 0, 1L << 44).map(k -> skewed(k)).distinct().toArray()) {
        lists.add(key, text);
        expected.computeIfAbsent(key, k -> new ArrayList<>()).add(text);
      }
    }
    Map<Long, List<Integer>> found = new TreeMap<>();
    List<Long> order = new ArrayList<>();
    lists.forEach(
        (key, texts, count) -> {
          order.add(key);
          found.put(key, Arrays.stream(texts, 0, count).boxed().toList());
        });
    assertThat(order).isEqualTo(List.copyOf(expected.keySet()));
    assertThat(found).isEqualTo(expected);
    assertThat(lists.bytes()).isBetween(2_400_000L, 12_000_000L);
  }

  /** Some keys often, many seldom. */
  private static long skewed(long random) {
    long spread = (random * 0x9E3779B97F4A7C15L) >>> 20;
    int bits = random % 2 == 0 ? 37 : 28;
    return (spread >>> bits) << bits;
  }
}
