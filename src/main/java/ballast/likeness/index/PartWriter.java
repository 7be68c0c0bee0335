package ballast.likeness.index;

import ballast.likeness.NormalText;
import ballast.likeness.index.Gaps.GapWriter;
import ballast.likeness.index.PostingList.PostingWriter;
import ballast.likeness.index.SlotKeys.SlotKeyWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a part: first its slots, then the lists of its grams by rising key, then {@link #finish}.
 *
 * <p>Blocks are numbered from 0. The first ones hold the slots' text keys ({@link
 * SlotKeys.SlotKeyWriter}). Blocks with chunks of long lists ({@link PostingList.PostingWriter})
 * and dictionary pages follow in the order of their making. A page has entries and then 8 zeros. An
 * entry is a key, as the difference from the previous one, and a list. A short list is twice its
 * number of slots, then if there is more than one the number of bytes, and the slots. A long list
 * is twice its number of slots plus one, the number of its first block, its start in that block and
 * the number of its chunks. For each chunk the difference of its first slot from that of the
 * previous one and its number of slots follow.
 *
 * <p>The head has the version, the number of slots, the number of lengths, each length and its
 * first slot as differences from the previous ones, the output of {@link SlotKeys.SlotKeyWriter},
 * the number of blocks, the number of pages, and the first key and the block of each as
 * differences.
 */
public final class PartWriter {

  /** Two pages to a row of SQLite's default page. */
  private static final int PAGE_LIMIT = 2025;

  private static final int PAGES_TOGETHER = 256;

  /** Maximum bytes of a key, nearly always. */
  private static final int KEY_ROOM = 6;

  private final BlockSink sink;
  private final PostingWriter postings = new PostingWriter(this::block);
  private final ByteWriter head = new ByteWriter();
  private final ByteWriter directory = new ByteWriter();
  private final ByteWriter page = new ByteWriter();
  private final ByteWriter entry = new ByteWriter();
  private final List<byte[]> waiting = new ArrayList<>();
  private final List<Long> pageKeys = new ArrayList<>();
  private int blocks;
  private int pages;
  private long firstKey;
  private long previousKey;
  private long directoryKey;
  private int directoryBlock;

  PartWriter(BlockSink sink) {
    this.sink = sink;
  }

  /**
   * @param lengths number of symbols of each slot, never falling
   * @param keys text key of each slot
   */
  void slots(int[] lengths, int[] keys, int count) {
    head.number(NormalText.VERSION);
    head.number(count);
    int[] indexes = new int[count];
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      distinct += i == 0 || lengths[i] != lengths[i - 1] ? 1 : 0;
      indexes[i] = distinct - 1;
    }
    head.number(distinct);
    int length = 0;
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || lengths[i] != lengths[i - 1]) {
        head.number(lengths[i] - length);
        head.number(i - start);
        length = lengths[i];
        start = i;
      }
    }
    new SlotKeyWriter(this::block).write(indexes, keys, count, head);
  }

  /**
   * @param ranks rising, made by {@link SlotOrder#rank} from length and key
   */
  void slots(long[] ranks) {
    int[] lengths = new int[ranks.length];
    int[] keys = new int[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      lengths[i] = SlotOrder.length(ranks[i]);
      keys[i] = SlotOrder.key(ranks[i]);
    }
    slots(lengths, keys, ranks.length);
  }

  private void block(byte[] bytes) {
    sink.block(blocks++, bytes);
  }

  /**
   * @param key above the previous one
   * @param slots rising, at least one
   */
  void list(long key, int[] slots, int count) {
    writeList(slots, count);
    if (page.size() > 0 && page.size() + KEY_ROOM + entry.size() > PAGE_LIMIT - GapWriter.PADDING) {
      closePage();
    }
    if (page.size() == 0) {
      firstKey = key;
      previousKey = key;
    }
    writeKey(previousKey, key, page);
    page.all(entry);
    previousKey = key;
  }

  private void writeList(int[] slots, int count) {
    entry.clear();
    if (postings.writeInline(slots, count, entry)) {
      return;
    }
    entry.number(((long) count << 1) | 1);
    int offset = postings.begin();
    entry.number(blocks);
    entry.number(offset);
    List<PostingWriter.WrittenChunk> chunks = postings.writeChunks(slots, count);
    entry.number(chunks.size());
    int slot = 0;
    for (PostingWriter.WrittenChunk chunk : chunks) {
      entry.number(chunk.first() - slot);
      entry.number(chunk.count());
      slot = chunk.first();
    }
  }

  /**
   * Writes a key after another: twice the difference of the pairs' hashes, plus one if a nonzero
   * occurrence number follows.
   */
  private static void writeKey(long from, long key, ByteWriter into) {
    long pairs = (key >>> Grams.OCCURRENCE_BITS) - (from >>> Grams.OCCURRENCE_BITS);
    long occurrence = key & ((1L << Grams.OCCURRENCE_BITS) - 1);
    into.number(pairs << 1 | (occurrence == 0 ? 0 : 1));
    if (occurrence != 0) {
      into.number(occurrence);
    }
  }

  static long readKey(long from, ByteReader reader) {
    long header = reader.number();
    long pair = (from >>> Grams.OCCURRENCE_BITS) + (header >>> 1);
    long occurrence = (header & 1) == 0 ? 0 : reader.number();
    return pair << Grams.OCCURRENCE_BITS | occurrence;
  }

  static ByteReader pageReader(byte[] page) {
    return new ByteReader(page, 0, page.length - GapWriter.PADDING);
  }

  private void closePage() {
    pageKeys.add(firstKey);
    page.fixed(0, GapWriter.PADDING);
    waiting.add(page.toBytes());
    page.clear();
    if (waiting.size() == PAGES_TOGETHER) {
      writePages();
    }
  }

  /**
   * Writes pages together: between blocks of chunks, which fill a row's page, each would waste
   * half.
   */
  private void writePages() {
    postings.closeBlock();
    for (byte[] bytes : waiting) {
      long key = pageKeys.get(pages);
      directory.number(key - directoryKey);
      directory.number(blocks - (long) directoryBlock);
      directoryKey = key;
      directoryBlock = blocks;
      pages++;
      block(bytes);
    }
    waiting.clear();
  }

  byte[] finish() {
    if (page.size() > 0) {
      closePage();
    }
    writePages();
    head.number(blocks);
    head.number(pages);
    head.all(directory);
    return head.toBytes();
  }

  @FunctionalInterface
  public interface BlockSink {

    /** Receives a block; they are numbered from 0. */
    void block(int number, byte[] bytes);
  }
}
