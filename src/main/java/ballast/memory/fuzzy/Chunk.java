package ballast.memory.fuzzy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A chunk of a long list, as {@link PostingWriter} wrote it: runs of slots. */
final class Chunk {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int first;
  private final int count;
  private final int runs;

  /**
   * A chunk.
   *
   * @param first its first slot
   * @param count how many slots it has
   */
  Chunk(byte[] bytes, int first, int count) {
    this.bytes = bytes;
    this.first = first;
    this.count = count;
    this.runs = (count + PostingWriter.RUN - 1) / PostingWriter.RUN;
  }

  /** How many slots there are. */
  int size() {
    return count;
  }

  int runs() {
    return runs;
  }

  /** The last run that begins at or before a slot; the first one if none does. */
  int runOf(int slot) {
    int low = 0;
    int high = runs - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start(middle) <= slot) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The first slot of a run. */
  int start(int run) {
    return run == 0
        ? first
        : first
            + ByteReader.fixed(
                bytes, (run - 1) * PostingWriter.TABLE_ENTRY, PostingWriter.SLOT_BYTES);
  }

  /** How many slots a run has. */
  int length(int run) {
    return Math.min(PostingWriter.RUN, count - run * PostingWriter.RUN);
  }

  /** Puts the slots of a run into {@code buffer}. */
  void decode(int run, int[] buffer) {
    int at = data(run);
    int length = length(run);
    int width = bytes[at];
    long mask = (1L << width) - 1;
    int bit = (at + 1) * Byte.SIZE;
    int slot = start(run);
    buffer[0] = slot;
    for (int i = 1; i < length; i++) {
      slot += (int) ((long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7) & mask);
      buffer[i] = slot;
      bit += width;
    }
  }

  /** Sets the bits of all slots. */
  void mark(long[] bits) {
    for (int run = 0; run < runs; run++) {
      mark(run, bits);
    }
  }

  /** Sets the bit of each slot of a run, see {@link SlotCounts}. */
  void mark(int run, long[] bits) {
    int at = data(run);
    int length = length(run);
    int width = bytes[at];
    long mask = (1L << width) - 1;
    int bit = (at + 1) * Byte.SIZE;
    int slot = start(run);
    bits[slot >>> 6] |= 1L << slot;
    for (int i = 1; i < length; i++) {
      slot += (int) ((long) LONGS.get(bytes, bit >>> 3) >>> (bit & 7) & mask);
      bits[slot >>> 6] |= 1L << slot;
      bit += width;
    }
  }

  /** Where the data of a run begin. */
  private int data(int run) {
    int table = (runs - 1) * PostingWriter.TABLE_ENTRY;
    return run == 0
        ? table
        : table
            + ByteReader.fixed(
                bytes,
                (run - 1) * PostingWriter.TABLE_ENTRY + PostingWriter.SLOT_BYTES,
                PostingWriter.TABLE_ENTRY - PostingWriter.SLOT_BYTES);
  }
}
