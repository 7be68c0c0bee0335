package ballast.likeness.index;

/** A chunk of a long list, as {@link PostingWriter} wrote it: runs of slots. */
final class Chunk {

  private final byte[] bytes;
  private final int start;
  private final int first;
  private final int count;
  private final int runs;

  /**
   * A chunk.
   *
   * @param bytes its block
   * @param start where it begins in it
   * @param first its first slot
   * @param count how many slots it has
   */
  Chunk(byte[] bytes, int start, int first, int count) {
    this.bytes = bytes;
    this.start = start;
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
                bytes, start + (run - 1) * PostingWriter.TABLE_ENTRY, PostingWriter.SLOT_BYTES);
  }

  /** How many slots a run has. */
  int length(int run) {
    return Math.min(PostingWriter.RUN, count - run * PostingWriter.RUN);
  }

  /** Puts the slots of a run into {@code buffer}. */
  void decode(int run, int[] buffer) {
    int length = length(run);
    Gaps.unpack(bytes, data(run), buffer, 1, length);
    int slot = start(run);
    buffer[0] = slot;
    Gaps.sum(slot, buffer, 1, length);
  }

  /** Sets the bits of all slots. */
  void mark(long[] bits) {
    int[] gaps = new int[PostingWriter.RUN];
    for (int run = 0; run < runs; run++) {
      mark(run, bits, gaps);
    }
  }

  /**
   * Sets the bit of each slot of a run, see {@link SlotCounts}.
   *
   * @param gaps room for a run
   */
  void mark(int run, long[] bits, int[] gaps) {
    int length = length(run);
    Gaps.unpack(bytes, data(run), gaps, 1, length);
    int slot = start(run);
    bits[slot >>> 6] |= 1L << slot;
    for (int i = 1; i < length; i++) {
      slot += gaps[i] + 1;
      bits[slot >>> 6] |= 1L << slot;
    }
  }

  /** Where the data of a run begin. */
  private int data(int run) {
    int table = start + (runs - 1) * PostingWriter.TABLE_ENTRY;
    return run == 0
        ? table
        : table
            + ByteReader.fixed(
                bytes,
                start + (run - 1) * PostingWriter.TABLE_ENTRY + PostingWriter.SLOT_BYTES,
                PostingWriter.TABLE_ENTRY - PostingWriter.SLOT_BYTES);
  }
}
