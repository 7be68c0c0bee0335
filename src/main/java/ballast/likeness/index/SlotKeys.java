package ballast.likeness.index;

import java.util.Arrays;

/** The text keys of the slots of a part, as {@link SlotKeyWriter} wrote them. For one thread. */
final class SlotKeys {

  private final BlockSource blocks;
  private final int slots;
  // The first run of each block; one more than there are blocks.
  private final int[] firstRuns;
  private final int[] buffer = new int[GapWriter.RUN];

  /**
   * @param head at what {@link SlotKeyWriter#write} wrote into the head
   * @param maxBlocks how many blocks there can be
   */
  SlotKeys(ByteReader head, int slots, int maxBlocks, BlockSource blocks) {
    this.blocks = blocks;
    this.slots = slots;
    int count = head.count();
    if (count > maxBlocks) {
      throw damaged();
    }
    firstRuns = new int[count + 1];
    for (int i = 0; i < count; i++) {
      firstRuns[i + 1] = firstRuns[i] + head.count();
    }
    if (firstRuns[count] != (slots + (long) GapWriter.RUN - 1) / GapWriter.RUN) {
      throw damaged();
    }
  }

  private static IllegalArgumentException damaged() {
    return new IllegalArgumentException("a part of the index is damaged");
  }

  int key(int slot) {
    int run = slot / GapWriter.RUN;
    int block = block(run);
    decode(blocks.block(block), block, run);
    return buffer[slot % GapWriter.RUN];
  }

  private int block(int run) {
    int found = Arrays.binarySearch(firstRuns, run);
    return found < 0 ? -found - 2 : found;
  }

  /** Announces that the key of a slot will be read. */
  void want(int slot) {
    int block = block(slot / GapWriter.RUN);
    blocks.want(block, block + 1);
  }

  /** The keys of all slots. */
  int[] all() {
    int[] keys = new int[slots];
    for (int block = 0; block + 1 < firstRuns.length; block++) {
      byte[] bytes = blocks.block(block);
      for (int run = firstRuns[block]; run < firstRuns[block + 1]; run++) {
        int length = decode(bytes, block, run);
        System.arraycopy(buffer, 0, keys, run * GapWriter.RUN, length);
      }
    }
    return keys;
  }

  /** Puts the keys of a run into the buffer; returns how many there are. */
  private int decode(byte[] bytes, int block, int run) {
    int entry = (run - firstRuns[block]) * SlotKeyWriter.TABLE_ENTRY;
    int first = ByteReader.fixed(bytes, entry, SlotKeyWriter.KEY_BYTES);
    int data =
        (firstRuns[block + 1] - firstRuns[block]) * SlotKeyWriter.TABLE_ENTRY
            + ByteReader.fixed(
                bytes,
                entry + SlotKeyWriter.KEY_BYTES,
                SlotKeyWriter.TABLE_ENTRY - SlotKeyWriter.KEY_BYTES);
    int length = Math.min(GapWriter.RUN, slots - run * GapWriter.RUN);
    Gaps.unpack(bytes, data, buffer, 1, length);
    buffer[0] = first;
    Gaps.sum(first, buffer, 1, length);
    return length;
  }
}
