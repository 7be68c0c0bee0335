package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RadixSortTest {

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
}
