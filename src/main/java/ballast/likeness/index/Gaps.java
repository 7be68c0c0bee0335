package ballast.likeness.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads the runs that {@link GapWriter} wrote. */
final class Gaps {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private Gaps() {}

  /**
   * Unpacks a run; of each gap the lowest 32 bits.
   *
   * @param at where it stands
   * @param from where the first gap goes
   * @param to one past where the last gap goes
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
}
