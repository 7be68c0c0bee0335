package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.index.CountFilter.OctetFilter;
import ballast.likeness.index.PostingList.CachedList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Counting many slots at a time gives what counting one by one does. */
final class SlotCountsTest {

  private static final int SLOTS = 3_000;

  /** A reused object, so that one window may leave nothing behind for the next. */
  private final SlotCounts counts = new SlotCounts();

  @Test
  void countsAreThoseOfCountingOneByOne() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      int from = random.nextInt(SLOTS - 1);
      int to = from + 1 + random.nextInt(SLOTS - from);
      int lists = 1 + random.nextInt(round % 10 == 0 ? 300 : 40);
      int[] wanted = new int[SLOTS];
      counts.begin(from, to, SLOTS, lists);
      for (int list = 0; list < lists; list++) {
        addList(random, from, to, wanted);
      }
      counts.end();
      for (int slot = from; slot < to; slot++) {
        assertThat(counts.of(slot)).as("round %d, slot %d", round, slot).isEqualTo(wanted[slot]);
      }
      int minCount = random.nextInt(lists + 3);
      assertThat(found(from, to, minCount)).isEqualTo(atLeast(wanted, from, to, minCount));
    }
  }

  private void addList(SplittableRandom random, int from, int to, int[] wanted) {
    double density = random.nextDouble();
    boolean oneByOne = random.nextInt(4) == 0;
    boolean doubles = random.nextBoolean();
    long[] bits =
        doubles ? new long[SlotCounts.words(SLOTS)] : oneByOne ? new long[0] : counts.blank();
    // Slots outside the window must not matter.
    for (int slot = doubles ? 0 : from; slot < (doubles ? SLOTS : to); slot++) {
      if (random.nextDouble() < density) {
        boolean within = slot >= from && slot < to;
        wanted[slot] += within ? 1 : 0;
        if (!oneByOne) {
          bits[slot >>> 6] |= 1L << slot;
        } else if (within) {
          counts.add(slot);
        }
      }
    }
    if (!oneByOne) {
      counts.add(bits);
    }
  }

  private List<Integer> found(int from, int to, int minCount) {
    List<Integer> found = new ArrayList<>();
    counts.forEach(from, to, minCount, found::add);
    return found;
  }

  private static List<Integer> atLeast(int[] counts, int from, int to, int minCount) {
    List<Integer> slots = new ArrayList<>();
    for (int slot = from; slot < to; slot++) {
      if (counts[slot] >= minCount) {
        slots.add(slot);
      }
    }
    return slots;
  }

  @Test
  void estimatesAreNearTheTruth() {
    SplittableRandom random = new SplittableRandom(8);
    int slots = 200_000;
    long[] bits = new long[SlotCounts.words(slots)];
    for (int slot = 0; slot < slots; slot++) {
      if (random.nextInt(10) == 0) {
        bits[slot >>> 6] |= 1L << slot;
      }
    }
    counts.begin(0, slots, slots, 1);
    counts.add(bits);
    counts.end();
    assertThat(counts.estimate(0, slots, 1)).isBetween(16_000L, 24_000L);
    assertThat(counts.estimate(0, slots, 0)).isBetween(180_000L, 220_000L);
    assertThat(counts.estimate(0, slots, 2)).isZero();
  }

  private static final int OCTET_SLOTS = 5_003;
  private final SplittableRandom random = new SplittableRandom(21);

  @Test
  void aListInMemoryHasItsSlots() {
    for (double share : new double[] {0, 0.001, 0.02, 0.3, 1}) {
      BitSet slots = new BitSet();
      for (int i = 0; i < OCTET_SLOTS; i++) {
        slots.set(i, random.nextDouble() < share);
      }
      // A buffer that is longer than the list has something behind.
      long[] bits = new long[SlotCounts.words(OCTET_SLOTS) + 3];
      System.arraycopy(slots.toLongArray(), 0, bits, 0, slots.toLongArray().length);
      bits[bits.length - 1] = -1;
      has(CachedList.of(bits, SlotCounts.words(OCTET_SLOTS)), slots);
    }
  }

  private static void has(CachedList list, BitSet slots) {
    int octets = 0;
    for (int octet = 0; octet < CachedList.octets(OCTET_SLOTS); octet++) {
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
