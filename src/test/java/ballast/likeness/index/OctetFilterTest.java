package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.index.CountFilter.OctetFilter;
import ballast.likeness.index.PostingList.CachedList;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Octets of slots: what a list in memory says of them, and what eight counts can reach. */
final class OctetFilterTest {

  private static final int SLOTS = 5_003;

  private final SplittableRandom random = new SplittableRandom(21);

  @Test
  void aListInMemoryHasItsSlots() {
    for (double share : new double[] {0, 0.001, 0.02, 0.3, 1}) {
      BitSet slots = new BitSet();
      for (int i = 0; i < SLOTS; i++) {
        slots.set(i, random.nextDouble() < share);
      }
      // A buffer that is longer than the list has something behind.
      long[] bits = new long[SlotCounts.words(SLOTS) + 3];
      System.arraycopy(slots.toLongArray(), 0, bits, 0, slots.toLongArray().length);
      bits[bits.length - 1] = -1;
      has(CachedList.of(bits, SlotCounts.words(SLOTS)), slots);
    }
  }

  private static void has(CachedList list, BitSet slots) {
    int octets = 0;
    for (int octet = 0; octet < CachedList.octets(SLOTS); octet++) {
      int wanted = 0;
      for (int i = 0; i < 8; i++) {
        boolean is = slots.get(8 * octet + i);
        wanted |= (is ? 1 : 0) << i;
        assertThat(list.spread(octet) >>> (8 * i) & 0xFF).isEqualTo(is ? 1 : 0);
      }
      assertThat(list.slots(octet)).isEqualTo(wanted);
      assertThat(list.octets()[octet >>> 6] >>> octet & 1).isEqualTo(wanted == 0 ? 0 : 1);
      octets += wanted == 0 ? 0 : 1;
    }
    assertThat(list.count()).isEqualTo(octets);
  }

  @Test
  void oneOfEightCountsMustReachTheBound() {
    for (int round = 0; round < 100_000; round++) {
      long bytes = random.nextLong() & random.nextLong(-1L >>> random.nextInt(8) >>> 1);
      int maxCount = 0;
      for (int i = 0; i < 8; i++) {
        maxCount = Math.max(maxCount, (int) (bytes >>> (8 * i)) & 0xFF);
      }
      int minCount =
          round % 3 == 0 ? maxCount : round % 3 == 1 ? maxCount + 1 : random.nextInt(-2, 260);
      assertThat(OctetFilter.reaches(bytes, minCount))
          .as("%016x, least %d", bytes, minCount)
          .isEqualTo(maxCount >= minCount);
    }
  }
}
