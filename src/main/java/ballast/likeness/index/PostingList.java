package ballast.likeness.index;

import ballast.likeness.index.Gaps.GapWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The slots of one gram, from {@link PostingWriter}. Decodes only the necessary parts. */
final class PostingList {

  private static final int[] NONE = {};

  static final PostingList EMPTY = new PostingList(new byte[0], 0, 0);

  private final int count;
  // A short list: its place in its page.
  private final byte[] page;
  private final int start;
  // A long list: its chunks.
  private final int[] firsts;
  // Number of slots in the chunks before each; one entry more than there are chunks.
  private final int[] countsBefore;
  private final int firstBlock;
  // Start of the first chunk in its block; the others begin their blocks.
  private final int offset;
  private @Nullable CachedList cached;
  private boolean wanted;

  private PostingList(byte[] page, int start, int count) {
    this.page = page;
    this.start = start;
    this.count = count;
    this.firsts = NONE;
    this.countsBefore = NONE;
    this.firstBlock = 0;
    this.offset = 0;
  }

  private PostingList(int count, int firstBlock, int offset, int[] firsts, int[] countsBefore) {
    this.page = EMPTY.page;
    this.start = 0;
    this.count = count;
    this.firsts = firsts;
    this.countsBefore = countsBefore;
    this.firstBlock = firstBlock;
    this.offset = offset;
  }

  /** Reads the list after its key in a page; {@code reader} moves to its end. */
  static PostingList read(byte[] page, ByteReader reader) {
    int header = reader.count();
    int count = header >>> 1;
    if ((header & 1) == 0) {
      int length = count == 1 ? 0 : reader.count();
      PostingList list = new PostingList(page, reader.at(), count);
      if (count == 1) {
        reader.number();
      } else {
        reader.skip(length);
      }
      return list;
    }
    int block = reader.count();
    int offset = reader.count();
    int chunks = Math.min(reader.count(), page.length);
    int[] firsts = new int[chunks];
    int[] countsBefore = new int[chunks + 1];
    int slot = 0;
    for (int i = 0; i < chunks; i++) {
      slot += reader.count();
      firsts[i] = slot;
      countsBefore[i + 1] = countsBefore[i] + reader.count();
    }
    return new PostingList(count, block, offset, firsts, countsBefore);
  }

  static void skip(ByteReader reader) {
    int header = reader.count();
    if ((header & 1) == 0) {
      if (header >>> 1 == 1) {
        reader.number();
      } else {
        reader.skip(reader.count());
      }
      return;
    }
    reader.number();
    reader.number();
    for (int chunks = reader.count(); chunks > 0; chunks--) {
      reader.number();
      reader.number();
    }
  }

  int count() {
    return count;
  }

  /** Returns an upper bound of the number of slots from {@code from} up to {@code to}. */
  int countWithin(int from, int to) {
    if (firsts.length == 0) {
      return count;
    }
    return Math.max(0, countsBefore[chunkOf(to - 1) + 1] - countsBefore[chunkOf(from)]);
  }

  @FunctionalInterface
  interface RunAction {
    /**
     * @param slots rising, from index 0 on
     */
    void accept(int[] slots, int length);
  }

  /** Returns the cached list, see {@link CachedLists}, or null. */
  @Nullable CachedList kept() {
    return cached;
  }

  void keep(@Nullable CachedList list) {
    cached = list;
  }

  /** Records that a search uses the list; returns whether an earlier one did. */
  boolean want() {
    boolean countsBefore = wanted;
    wanted = true;
    return countsBefore;
  }

  /** Number of chunks; 0 for a short list. */
  int chunks() {
    return firsts.length;
  }

  /** Returns the last chunk that begins at or before a slot; the first one if none does. */
  int chunkOf(int slot) {
    int low = 0;
    int high = firsts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firsts[middle] <= slot) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  Chunk chunk(int index, BlockSource blocks) {
    return new Chunk(
        blocks.block(firstBlock + index),
        index == 0 ? offset : 0,
        firsts[index],
        countsBefore[index + 1] - countsBefore[index]);
  }

  /** Announces that the chunks with the slots from {@code from} up to {@code to} will be read. */
  void prepare(BlockSource blocks, int from, int to) {
    int first = chunkOf(from);
    int last = chunkOf(to - 1);
    if (last > first) {
      blocks.prepare(firstBlock + first, firstBlock + last + 1);
    }
  }

  /** Announces that some of the chunks with these slots may be read. */
  void want(BlockSource blocks, int from, int to) {
    if (firsts.length > 0) {
      blocks.want(firstBlock + chunkOf(from), firstBlock + chunkOf(to - 1) + 1);
    }
  }

  boolean isWanted() {
    return wanted;
  }

  /**
   * Sets the bits of the slots from {@code from} up to {@code to}, and of some others; only for a
   * list with chunks.
   *
   * @return number of slots decoded
   */
  int mark(BlockSource blocks, int from, int to, long[] bits) {
    int decoded = 0;
    int[] gaps = new int[PostingWriter.RUN];
    prepare(blocks, from, to);
    for (int i = chunkOf(from); i < firsts.length && firsts[i] < to; i++) {
      Chunk chunk = chunk(i, blocks);
      for (int run = chunk.runOf(from); run < chunk.runs() && chunk.start(run) < to; run++) {
        chunk.mark(run, bits, gaps);
        decoded += chunk.length(run);
      }
    }
    return decoded;
  }

  /**
   * Passes on the slots run by run, at least those from {@code from} up to {@code to}.
   *
   * @param buffer room for a run
   * @return number of slots decoded
   */
  int forEachRun(BlockSource blocks, int from, int to, int[] buffer, RunAction action) {
    if (firsts.length == 0) {
      return inlineRuns(buffer, to, action);
    }
    int decoded = 0;
    prepare(blocks, from, to);
    for (int i = chunkOf(from); i < firsts.length && firsts[i] < to; i++) {
      Chunk chunk = chunk(i, blocks);
      for (int run = chunk.runOf(from); run < chunk.runs() && chunk.start(run) < to; run++) {
        chunk.decode(run, buffer);
        action.accept(buffer, chunk.length(run));
        decoded += chunk.length(run);
      }
    }
    return decoded;
  }

  private int inlineRuns(int[] buffer, int to, RunAction action) {
    if (count <= PostingWriter.MAX_LISTED_SLOTS) {
      return inlineFew(buffer, action);
    }
    int at = start;
    int slot = -1;
    int done = 0;
    while (done < count && slot < to) {
      int length = Math.min(PostingWriter.RUN, count - done);
      at = Gaps.unpack(page, at, buffer, 0, length);
      Gaps.sum(slot, buffer, 0, length);
      slot = buffer[length - 1];
      action.accept(buffer, length);
      done += length;
    }
    return done;
  }

  private int inlineFew(int[] buffer, RunAction action) {
    ByteReader reader = new ByteReader(page, start);
    int slot = 0;
    for (int i = 0; i < count; i++) {
      slot += (int) reader.number();
      buffer[i] = slot;
    }
    if (count > 0) {
      action.accept(buffer, count);
    }
    return count;
  }

  /**
   * A list in memory, organised by octets. An octet is eight neighbouring slots, those of one byte
   * of a bitmap. One bitmap marks the octets with any slot of the list, and a byte for each of
   * these marks its slots. A count of the octets before each word finds the place (rank, see
   * Jacobson 1989, "Space-efficient static trees and graphs").
   */
  static final class CachedList {

    /** Shift from slots to octets. */
    static final int SHIFT = 3;

    private static final int WORD_SHIFT = 6;
    private static final int BYTE = 0xFF;

    /** The bits of a byte as eight bytes. */
    private static final long[] SPREAD = spread();

    private final long[] octets;
    private final int[] countsBefore;
    private final byte[] slots;

    private CachedList(long[] octets, int[] countsBefore, byte[] slots) {
      this.octets = octets;
      this.countsBefore = countsBefore;
      this.slots = slots;
    }

    private static long[] spread() {
      long[] spread = new long[BYTE + 1];
      for (int i = 0; i <= BYTE; i++) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          spread[i] |= (long) (i >>> bit & 1) << (Byte.SIZE * bit);
        }
      }
      return spread;
    }

    /** Returns the number of octets for a number of slots. */
    static int octets(int slots) {
      return (slots + Byte.SIZE - 1) >>> SHIFT;
    }

    /**
     * @param bits a bitmap of its slots
     * @param words number of words of it to use
     */
    static CachedList of(long[] bits, int words) {
      long[] octets = new long[(words + Long.BYTES - 1) >>> SHIFT];
      for (int i = 0; i < words; i++) {
        octets[i >>> SHIFT] |= filled(bits[i]) << (i << SHIFT);
      }
      int[] countsBefore = new int[octets.length];
      int count = 0;
      for (int i = 0; i < octets.length; i++) {
        countsBefore[i] = count;
        count += Long.bitCount(octets[i]);
      }
      return new CachedList(octets, countsBefore, bytes(bits, words, count));
    }

    /** Returns a bit for each nonzero byte. */
    private static long filled(long word) {
      long bits = word | word >>> 4;
      bits |= bits >>> 2;
      bits |= bits >>> 1;
      return ((bits & 0x0101010101010101L) * 0x0102040810204080L) >>> 56;
    }

    private static byte[] bytes(long[] bits, int words, int count) {
      byte[] bytes = new byte[count];
      int next = 0;
      for (int i = 0; i < words; i++) {
        for (long remaining = bits[i]; remaining != 0; ) {
          int shift = Long.numberOfTrailingZeros(remaining) & -Byte.SIZE;
          bytes[next++] = (byte) (remaining >>> shift);
          remaining &= ~((long) BYTE << shift);
        }
      }
      return bytes;
    }

    /** Returns the octets with any slot of the list, as a bitmap that {@link SlotCounts} counts. */
    long[] octets() {
      return octets;
    }

    /** Number of octets with any slot of the list. */
    int count() {
      return slots.length;
    }

    /** Returns the slots of an octet in the list, a bit each, the lowest for the first. */
    int slots(int octet) {
      int word = octet >>> WORD_SHIFT;
      long bits = octets[word];
      long bit = 1L << octet;
      return (bits & bit) == 0
          ? 0
          : slots[countsBefore[word] + Long.bitCount(bits & (bit - 1))] & BYTE;
    }

    /** Returns the slots of an octet as eight bytes of 0 or 1. */
    long spread(int octet) {
      return SPREAD[slots(octet)];
    }

    long bytes() {
      return (long) octets.length * (Long.BYTES + Integer.BYTES) + slots.length;
    }
  }

  /** A chunk of a long list, from {@link PostingWriter}: runs of slots. */
  static final class Chunk {

    private final byte[] bytes;
    private final int start;
    private final int first;
    private final int count;
    private final int runs;

    /**
     * @param first its first slot
     */
    Chunk(byte[] bytes, int start, int first, int count) {
      this.bytes = bytes;
      this.start = start;
      this.first = first;
      this.count = count;
      this.runs = (count + PostingWriter.RUN - 1) / PostingWriter.RUN;
    }

    int runs() {
      return runs;
    }

    /** Returns the last run that begins at or before a slot; the first one if none does. */
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

    int start(int run) {
      return run == 0
          ? first
          : first
              + ByteReader.fixed(
                  bytes, start + (run - 1) * PostingWriter.TABLE_ENTRY, PostingWriter.SLOT_BYTES);
    }

    int length(int run) {
      return Math.min(PostingWriter.RUN, count - run * PostingWriter.RUN);
    }

    void decode(int run, int[] buffer) {
      int length = length(run);
      Gaps.unpack(bytes, data(run), buffer, 1, length);
      int slot = start(run);
      buffer[0] = slot;
      Gaps.sum(slot, buffer, 1, length);
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

  /**
   * Writes the slots of a gram: rising numbers as their gaps, in runs of {@value GapWriter#RUN}
   * packed by {@link Gaps.GapWriter}.
   *
   * <p>A short list is in its dictionary page. Up to {@value #MAX_LISTED_SLOTS} slots are a number
   * for the first and one for each difference. More slots are written run by run, with the first
   * gap counted from -1.
   *
   * <p>A long list is cut into <em>chunks</em>, so that a search reads only those within its slots.
   * They are in consecutive blocks: the first chunk after those of other lists, each further one at
   * the beginning of a block. The page has each chunk's first slot and number of slots. All runs of
   * a chunk but its last are full. A chunk begins with a table of all runs but the first: the first
   * slot (3 bytes, counted from the chunk's) and the start of the data (2 bytes, counted from the
   * end of the table). The data of a run are the gaps after its first slot. A block ends with 8
   * zeros.
   */
  static final class PostingWriter {

    static final int RUN = GapWriter.RUN;
    static final int TABLE_ENTRY = 5;
    static final int SLOT_BYTES = 3;

    /** Maximum slots that take less room as numbers. */
    static final int MAX_LISTED_SLOTS = 12;

    /** Fills a row of SQLite's default page, with its overhead. */
    static final int BLOCK_LIMIT = 4050;

    /** Room for any run, and enough to be worth reading a block for. */
    private static final int MIN_ROOM = 512;

    /** Minimum slots worth filling a block with. */
    private static final int MIN_RUN = 16;

    private static final int INLINE_LIMIT = 400;
    private static final int MAX_RUN_SPAN = 1 << (8 * SLOT_BYTES);

    record WrittenChunk(int first, int count) {}

    private final Consumer<byte[]> sink;
    private final GapWriter gaps = new GapWriter();
    private final ByteWriter data = new ByteWriter();
    private final ByteWriter table = new ByteWriter();
    private final ByteWriter block = new ByteWriter();

    PostingWriter(Consumer<byte[]> sink) {
      this.sink = sink;
    }

    /** Writes a list into {@code page} if it is short; returns whether it was. */
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

    /** Returns the start of the next long list in the next block for the sink. */
    int begin() {
      if (block.size() > BLOCK_LIMIT - GapWriter.PADDING - MIN_ROOM) {
        closeBlock();
      }
      return block.size();
    }

    /** Writes a long list, after {@link #begin}. */
    List<WrittenChunk> writeChunks(int[] slots, int count) {
      List<WrittenChunk> chunks = new ArrayList<>();
      int start = 0;
      while (start < count) {
        if (start > 0) {
          closeBlock();
        }
        int end = chunk(slots, start, count);
        chunks.add(new WrittenChunk(slots[start], end - start));
        start = end;
      }
      return chunks;
    }

    void closeBlock() {
      if (block.size() > 0) {
        block.fixed(0, GapWriter.PADDING);
        sink.accept(block.toBytes());
        block.clear();
      }
    }

    /** Adds a chunk to the block, from {@code start} on; returns the start of the next one. */
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
}
