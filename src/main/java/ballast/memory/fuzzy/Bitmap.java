package ballast.memory.fuzzy;

import java.util.BitSet;

/** A list of slots as bits, see {@link SlotCounts}; decoded as far as it has been asked for. */
final class Bitmap {

  private final PostingList list;
  private final long[] bits;
  private final BitSet chunks = new BitSet();
  private boolean isComplete;

  /**
   * An empty one.
   *
   * @param list has chunks
   * @param slots how many slots its part has
   */
  Bitmap(PostingList list, int slots) {
    this.list = list;
    this.bits = new long[SlotCounts.words(slots)];
  }

  /** How much memory it takes. */
  long bytes() {
    return (long) bits.length * Long.BYTES;
  }

  long[] bits() {
    return bits;
  }

  /**
   * Decodes what is still missing from slot {@code from} up to {@code to}.
   *
   * @return how many slots were decoded
   */
  int complete(BlockSource blocks, int from, int to) {
    if (isComplete) {
      return 0;
    }
    int decoded = 0;
    int last = list.chunkOf(to - 1);
    int next = chunks.nextClearBit(list.chunkOf(from));
    if (next < last) {
      list.prepare(blocks, from, to);
    }
    while (next <= last) {
      Chunk chunk = list.chunk(next, blocks);
      chunk.mark(bits);
      decoded += chunk.size();
      chunks.set(next);
      next = chunks.nextClearBit(next);
    }
    isComplete = chunks.cardinality() == list.chunks();
    return decoded;
  }
}
