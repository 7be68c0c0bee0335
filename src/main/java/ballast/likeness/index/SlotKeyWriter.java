package ballast.likeness.index;

import java.util.function.Consumer;

/**
 * Writes the text keys of slots, which rise as unsigned numbers within each length.
 *
 * <p>A key counts as a number of more bits, with the index of its length above it: so the numbers
 * rise throughout, and {@link GapWriter} packs them in runs of {@value GapWriter#RUN}. A block has
 * a table with the first key of each of its runs (4 bytes) and where its data begin (2 bytes,
 * counted from the end of the table), then the data, the gaps behind the first key of each, and 8
 * zeros.
 */
final class SlotKeyWriter {

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

  /**
   * @param sink gets the blocks in order
   */
  SlotKeyWriter(Consumer<byte[]> sink) {
    this.sink = sink;
  }

  /**
   * Writes all keys, and into the head how many blocks they take and how many runs each has.
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
