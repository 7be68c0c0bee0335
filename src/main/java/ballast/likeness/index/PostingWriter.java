package ballast.likeness.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the slots of a gram: rising numbers as their gaps, in runs of {@value GapWriter#RUN} that
 * {@link GapWriter} packs.
 *
 * <p>A short list stands in its dictionary page: up to {@value #MAX_LISTED_SLOTS} slots a number
 * for the first and one for each difference, more of them run by run, the first gap counted from
 * -1. A long one is cut into <em>chunks</em>, so that a search reads only those within its slots.
 * They are in blocks that follow each other: the first chunk behind those of other lists, each
 * further one at the beginning of a block. The page has each chunk's first slot and number of
 * slots. All runs of a chunk but its last are full. A chunk begins with a table that has, for each
 * run but the first, its first slot (3 bytes, counted from the chunk's) and where its data begin (2
 * bytes, counted from the end of the table). The data of a run are the gaps behind its first slot.
 * A block ends with 8 zeros.
 */
final class PostingWriter {

  static final int RUN = GapWriter.RUN;
  static final int TABLE_ENTRY = 5;
  static final int SLOT_BYTES = 3;

  /** So few slots take less room as numbers. */
  static final int MAX_LISTED_SLOTS = 12;

  /** A row of SQLite's default page takes this and its overhead. */
  static final int BLOCK_LIMIT = 4050;

  /** Room for any run, and enough to be worth reading a block for. */
  private static final int MIN_ROOM = 512;

  /** Fewer slots are not worth filling a block with. */
  private static final int MIN_RUN = 16;

  private static final int INLINE_LIMIT = 400;
  private static final int MAX_RUN_SPAN = 1 << (8 * SLOT_BYTES);

  /** A finished chunk. */
  record Chunk(int first, int count) {}

  private final Consumer<byte[]> sink;
  private final GapWriter gaps = new GapWriter();
  private final ByteWriter data = new ByteWriter();
  private final ByteWriter table = new ByteWriter();
  private final ByteWriter block = new ByteWriter();

  /**
   * @param sink gets the blocks in order
   */
  PostingWriter(Consumer<byte[]> sink) {
    this.sink = sink;
  }

  /** Writes a list into {@code page} if it is short; says whether it was. */
  boolean writeInline(int[] slots, int count, ByteWriter page) {
    if (count > INLINE_LIMIT) {
      return false;
    }
    data.clear();
    if (count <= MAX_LISTED_SLOTS) {
      int previous = 0;
      for (int i = 0; i < count; i++) {
        data.number(slots[i] - previous);
        previous = slots[i];
      }
    } else {
      for (int i = 0; i < count; i += RUN) {
        run(i == 0 ? -1 : slots[i - 1], slots, i, Math.min(i + RUN, count));
      }
    }
    if (data.size() > INLINE_LIMIT) {
      return false;
    }
    page.number((long) count << 1);
    if (count > 1) {
      page.number(data.size());
    }
    page.all(data);
    return true;
  }

  /** Where in the next block that the sink gets the next long list begins. */
  int begin() {
    if (block.size() > BLOCK_LIMIT - GapWriter.PADDING - MIN_ROOM) {
      closeBlock();
    }
    return block.size();
  }

  /** Writes a long list, after {@link #begin}. */
  List<Chunk> writeChunks(int[] slots, int count) {
    List<Chunk> chunks = new ArrayList<>();
    int start = 0;
    while (start < count) {
      if (start > 0) {
        closeBlock();
      }
      int end = chunk(slots, start, count);
      chunks.add(new Chunk(slots[start], end - start));
      start = end;
    }
    return chunks;
  }

  /** Gives the block that has been begun to the sink. */
  void closeBlock() {
    if (block.size() > 0) {
      block.fixed(0, GapWriter.PADDING);
      sink.accept(block.toBytes());
      block.clear();
    }
  }

  /** Adds a chunk to the block, from {@code start} on; returns where the next one starts. */
  private int chunk(int[] slots, int start, int count) {
    data.clear();
    table.clear();
    int room = BLOCK_LIMIT - GapWriter.PADDING - block.size();
    int length = RUN;
    int end = start;
    while (end < count && length >= MIN_RUN && slots[end] - slots[start] < MAX_RUN_SPAN) {
      int runEnd = Math.min(end + length, count);
      int sizeBefore = data.size();
      run(slots[end], slots, end + 1, runEnd);
      int entry = end > start ? TABLE_ENTRY : 0;
      if (data.size() + table.size() + entry > room) {
        data.cut(sizeBefore);
        length /= 2;
        continue;
      }
      if (end > start) {
        table.fixed(slots[end] - slots[start], SLOT_BYTES);
        table.fixed(sizeBefore, TABLE_ENTRY - SLOT_BYTES);
      }
      end = runEnd;
      if (length < RUN) {
        break; // only the last run may be shorter
      }
    }
    block.all(table);
    block.all(data);
    return end;
  }

  /** Writes the gaps of some slots, the first one after {@code sizeBefore}. */
  private void run(int sizeBefore, int[] slots, int from, int to) {
    int previous = sizeBefore;
    for (int i = from; i < to; i++) {
      gaps.add(slots[i] - previous - 1L);
      previous = slots[i];
    }
    gaps.write(data);
  }
}
