package ballast.memory.fuzzy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the slots of a gram: rising numbers as differences.
 *
 * <p>A short list stands in its dictionary page, a number for each difference. A long one is cut
 * into <em>chunks</em>, a block of the file each, so that a search reads only those within its
 * slots. The page has each chunk's first slot and number of slots. A chunk is cut into runs of
 * {@value #RUN} slots; it begins with a table that has, for each run but the first, its first slot
 * (3 bytes, counted from the chunk's) and where its data begin (2 bytes, counted from the end of
 * the table). A run is one byte, the number of bits of its greatest difference, and then the
 * differences, each of so many bits, the lowest first. {@value #PADDING} bytes at the end let a
 * reader take eight bytes at once anywhere.
 */
final class PostingWriter {

  static final int RUN = 128;
  static final int TABLE_ENTRY = 5;
  static final int SLOT_BYTES = 3;
  static final int PADDING = 7;

  /** A row of SQLite's default page takes this and its overhead. */
  private static final int CHUNK_LIMIT = 4040 - PADDING;

  private static final int INLINE_LIMIT = 400;
  private static final int WIDEST = 1 << (8 * SLOT_BYTES);

  /** A finished chunk. */
  record Chunk(int first, int count) {}

  private final ByteWriter data = new ByteWriter();
  private final ByteWriter table = new ByteWriter();

  /** Writes a list into {@code page} if it is short; says whether it was. */
  boolean writeInline(int[] slots, int count, ByteWriter page) {
    if (count > INLINE_LIMIT) {
      return false;
    }
    data.clear();
    int previous = 0;
    for (int i = 0; i < count; i++) {
      data.number(slots[i] - previous);
      previous = slots[i];
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

  /** Writes a long list; {@code sink} gets its chunks in order. */
  List<Chunk> writeChunks(int[] slots, int count, Consumer<byte[]> sink) {
    List<Chunk> chunks = new ArrayList<>();
    int start = 0;
    while (start < count) {
      int end = chunk(slots, start, count);
      chunks.add(new Chunk(slots[start], end - start));
      sink.accept(table.toBytes());
      start = end;
    }
    return chunks;
  }

  /** Makes {@code table} a chunk from {@code start} on; returns where the next one starts. */
  private int chunk(int[] slots, int start, int count) {
    data.clear();
    table.clear();
    int first = slots[start];
    int end = start;
    while (end < count) {
      int runEnd = Math.min(end + RUN, count);
      int before = data.size();
      pack(slots, end, runEnd);
      if (end > start) {
        boolean tooWide = slots[end] - first >= WIDEST;
        if (tooWide || data.size() + table.size() + TABLE_ENTRY > CHUNK_LIMIT) {
          data.cut(before);
          break;
        }
        table.fixed(slots[end] - first, SLOT_BYTES);
        table.fixed(before, TABLE_ENTRY - SLOT_BYTES);
      }
      end = runEnd;
    }
    table.all(data);
    table.fixed(0, PADDING);
    return end;
  }

  /** Writes the differences of a run. */
  private void pack(int[] slots, int from, int to) {
    int all = 0;
    for (int i = from + 1; i < to; i++) {
      all |= slots[i] - slots[i - 1];
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(all);
    data.fixed(width, 1);
    long bits = 0;
    int count = 0;
    for (int i = from + 1; i < to; i++) {
      bits |= (long) (slots[i] - slots[i - 1]) << count;
      count += width;
      while (count >= Byte.SIZE) {
        data.fixed(bits, 1);
        bits >>>= Byte.SIZE;
        count -= Byte.SIZE;
      }
    }
    if (count > 0) {
      data.fixed(bits, 1);
    }
  }
}
