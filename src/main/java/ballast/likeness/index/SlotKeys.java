package ballast.likeness.index;

import ballast.likeness.index.Gaps.GapWriter;
import ballast.likeness.index.PostingList.PostingWriter;
import java.util.Arrays;
import java.util.function.Consumer;

/** The text keys of the slots of a part, from {@link SlotKeyWriter}. Not thread-safe. */
final class SlotKeys {

  private final BlockSource blocks;
  private final int slots;
  // The first run of each block; one entry more than there are blocks.
  private final int[] firstRuns;
  private final int[] buffer = new int[GapWriter.RUN];

  /**
   * @param head at the output of {@link SlotKeyWriter#write}
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

  void want(int slot) {
    int block = block(slot / GapWriter.RUN);
    blocks.want(block, block + 1);
  }

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

  /** Decodes the keys of a run into the buffer; returns their number. */
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

  /**
   * Writes the text keys of slots, which rise as unsigned numbers within each length.
   *
   * <p>The index of its length extends a key at the top. The numbers thus rise throughout, and
   * {@link Gaps.GapWriter} packs them in runs of {@value GapWriter#RUN}. A block has a table with
   * the first key of each of its runs (4 bytes) and the start of its data (2 bytes, counted from
   * the end of the table). The data, the gaps after the first key of each run, and 8 zeros follow.
   */
  static final class SlotKeyWriter {

    static final int TABLE_ENTRY = 6;
    static final int KEY_BYTES = 4;

    private static final int ROOM = PostingWriter.BLOCK_LIMIT - GapWriter.PADDING;

    private final Consumer<byte[]> sink;
    private final GapWriter gaps = new GapWriter();
    private final ByteWriter data = new ByteWriter();
    private final ByteWriter table = new ByteWriter();
    private final ByteWriter directory = new ByteWriter();
    private int blocks;
    private int runs;

    SlotKeyWriter(Consumer<byte[]> sink) {
      this.sink = sink;
    }

    /**
     * Writes all keys, and into the head the number of blocks and the number of runs of each.
     *
     * @param lengths the index of each slot's length
     */
    void write(int[] lengths, int[] keys, int count, ByteWriter head) {
      for (int from = 0; from < count; from += GapWriter.RUN) {
        int sizeBefore = data.size();
        run(lengths, keys, from, Math.min(from + GapWriter.RUN, count));
        if (runs > 0 && data.size() + table.size() + TABLE_ENTRY > ROOM) {
          data.cut(sizeBefore);
          closeBlock();
          sizeBefore = 0;
          run(lengths, keys, from, Math.min(from + GapWriter.RUN, count));
        }
        table.fixed(keys[from], KEY_BYTES);
        table.fixed(sizeBefore, TABLE_ENTRY - KEY_BYTES);
        runs++;
      }
      if (runs > 0) {
        closeBlock();
      }
      head.number(blocks);
      head.all(directory);
    }

    private void run(int[] lengths, int[] keys, int from, int to) {
      long previous = number(lengths[from], keys[from]);
      for (int i = from + 1; i < to; i++) {
        long number = number(lengths[i], keys[i]);
        gaps.add(number - previous - 1);
        previous = number;
      }
      gaps.write(data);
    }

    private static long number(int length, int key) {
      return SlotOrder.rank(length, key);
    }

    private void closeBlock() {
      table.all(data);
      table.fixed(0, GapWriter.PADDING);
      sink.accept(table.toBytes());
      directory.number(runs);
      blocks++;
      runs = 0;
      table.clear();
      data.clear();
    }
  }
}
