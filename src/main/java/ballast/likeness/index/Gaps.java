package ballast.likeness.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the runs written by {@link GapWriter}. */
final class Gaps {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private Gaps() {}

  /**
   * Unpacks a run; only the lowest 32 bits of each gap.
   *
   * @param at start of the run
   * @param from index for the first gap
   * @param to one past the index for the last gap
   * @return the end of the run
   * @throws IndexOutOfBoundsException perhaps, if it is damaged
   */
  static int unpack(byte[] bytes, int at, int[] gaps, int from, int to) {
    int header = (short) SHORTS.get(bytes, at) & 0xFFFF;
    int width = width(header);
    long mask = (1L << width) - 1;
    int bit = (at + Short.BYTES) * Byte.SIZE;
    for (int i = from; i < to; i++) {
      gaps[i] = (int) ((long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7) & mask);
      bit += width;
    }
    if (patches(header) > 0) {
      bit = patch(bytes, bit, header, gaps, from);
    }
    return (bit + Byte.SIZE - 1) >>> 3;
  }

  /** Adds the bits that are written separately; returns the bit position after them. */
  private static int patch(byte[] bytes, int start, int header, int[] gaps, int from) {
    int patches = patches(header);
    int width = width(header);
    int above = header >>> GapWriter.WIDTH_BITS & ((1 << GapWriter.ABOVE_BITS) - 1);
    int bit = start;
    long mask = (1L << (GapWriter.PLACE_BITS + above)) - 1;
    for (int i = 0; i < patches; i++) {
      long patch = (long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7) & mask;
      int place = from + (int) (patch & (GapWriter.RUN - 1));
      gaps[place] += (int) (patch >>> GapWriter.PLACE_BITS << width);
      bit += GapWriter.PLACE_BITS + above;
    }
    return bit;
  }

  private static int width(int header) {
    return header & ((1 << GapWriter.WIDTH_BITS) - 1);
  }

  private static int patches(int header) {
    return header >>> (GapWriter.WIDTH_BITS + GapWriter.ABOVE_BITS);
  }

  /** Converts gaps to numbers in place, starting after {@code previous}. */
  static void sum(int previous, int[] gaps, int from, int to) {
    int number = previous;
    for (int i = from; i < to; i++) {
      number += gaps[i] + 1;
      gaps[i] = number;
    }
  }

  /**
   * Packs a run of rising numbers as the gaps between them, for {@link Gaps}.
   *
   * <p>A gap is the difference of two neighbours less one. All gaps of a run are written in one
   * width, which is less than the widest needs. The higher bits of the few wider gaps are written
   * separately, with their places. (Patched frame of reference: Zukowski and others 2006; the width
   * by total cost: Yan, Ding and Suel 2009.) For randomly distributed gaps, as in a list, this
   * takes 0.8 bits less per gap than one width for all.
   *
   * <p>A run begins with two bytes, the lowest first: the width in {@value #WIDTH_BITS} bits, the
   * number of separately written bits in {@value #ABOVE_BITS} and the number of gaps that have some
   * in {@value #PATCH_BITS}. The lowest bits of each gap follow. Then each wider gap has its place
   * in {@value #PLACE_BITS} bits and its higher bits. The lowest bit comes first everywhere, and
   * the last byte is filled with zeros.
   */
  static final class GapWriter {

    /** Maximum numbers in a run. */
    static final int RUN = 128;

    static final int WIDTH_BITS = 6;
    static final int ABOVE_BITS = 4;
    static final int PATCH_BITS = 6;
    static final int PLACE_BITS = 7;

    /**
     * Padding at the end of a block, because a reader loads eight bytes at once even at the end of
     * a run.
     */
    static final int PADDING = Long.BYTES;

    private static final int HEADER_BYTES = 2;
    private static final int MAX_ABOVE = (1 << ABOVE_BITS) - 1;
    private static final int MAX_PATCHES = (1 << PATCH_BITS) - 1;

    private final long[] gaps = new long[RUN];
    // Number of gaps by number of bits.
    private final int[] counts = new int[Long.SIZE];
    private int size;
    private long bits;
    private int bitCount;

    /** Adds a gap, from 0 up to 2^32, to the next run. */
    void add(long gap) {
      gaps[size++] = gap;
    }

    void write(ByteWriter into) {
      int widest = count();
      int width = width(widest);
      int patches = 0;
      for (int i = width + 1; i <= widest; i++) {
        patches += counts[i];
      }
      int above = widest - width;
      into.fixed(width | above << WIDTH_BITS | patches << (WIDTH_BITS + ABOVE_BITS), HEADER_BYTES);
      long mask = (1L << width) - 1;
      for (int i = 0; i < size; i++) {
        put(gaps[i] & mask, width, into);
      }
      for (int i = 0; patches > 0; i++) {
        long remaining = gaps[i] >>> width;
        if (remaining != 0) {
          put(i | remaining << PLACE_BITS, PLACE_BITS + above, into);
          patches--;
        }
      }
      flush(into);
      size = 0;
    }

    /** Counts the gaps by their number of bits; returns the maximum. */
    private int count() {
      Arrays.fill(counts, 0);
      long all = 0;
      for (int i = 0; i < size; i++) {
        counts[bits(gaps[i])]++;
        all |= gaps[i];
      }
      return bits(all);
    }

    private int width(int widest) {
      int best = widest;
      int minCost = size * widest;
      int patches = 0;
      for (int width = widest - 1; width >= Math.max(0, widest - MAX_ABOVE); width--) {
        patches += counts[width + 1];
        int cost = size * width + patches * (PLACE_BITS + widest - width);
        if (patches <= MAX_PATCHES && cost < minCost) {
          minCost = cost;
          best = width;
        }
      }
      return best;
    }

    private static int bits(long value) {
      return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    private void put(long value, int width, ByteWriter into) {
      bits |= value << bitCount;
      bitCount += width;
      while (bitCount >= Integer.SIZE) {
        into.fixed(bits, Integer.BYTES);
        bits >>>= Integer.SIZE;
        bitCount -= Integer.SIZE;
      }
    }

    private void flush(ByteWriter into) {
      into.fixed(bits, (bitCount + Byte.SIZE - 1) / Byte.SIZE);
      bits = 0;
      bitCount = 0;
    }
  }
}
