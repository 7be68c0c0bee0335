package ballast.likeness.index;

import ballast.likeness.Measure;
import ballast.likeness.NormalText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An immutable part of the index: the grams of many texts of one side and {@link Measure}.
 *
 * <p>Texts are numbered by their length in symbols; such a number is a <em>slot</em>. The texts
 * with lengths that can match a query are therefore one range of slots. Besides the length and
 * grams of a slot's text, a part stores the upper 32 bits of its text key, a hash by which the
 * caller finds its units. Texts with equal length and bits share a slot, which then has the grams
 * of all of them.
 *
 * <p>The head stays in memory; the rest is read through a {@link BlockSource} on demand. Not
 * thread-safe.
 */
public final class IndexPart {

  /** A power of two. */
  private static final int MAX_LISTS = 8192;

  /** Slots per list entry above which a list is not cached, because it is decoded as quickly. */
  private static final int SPARSE = 4096;

  private final BlockSource blocks;
  private final long[] lastKeys = new long[MAX_LISTS];
  private final PostingList[] lastLists = new PostingList[MAX_LISTS];
  private final Map<Long, PostingList> longLists = new HashMap<>();
  private final int slots;
  private final SlotKeys keys;
  private final int[] lengths;
  private final int[] starts;
  private final long[] pageKeys;
  private final int[] pageBlocks;
  private final int blockCount;

  /**
   * @param head from {@link PartBuilder} or {@link PartMerger}
   * @throws IllegalArgumentException if it is damaged or of another version
   */
  public IndexPart(byte[] head, BlockSource blocks) {
    this.blocks = blocks;
    ByteReader reader = new ByteReader(head, 0);
    long version = reader.number();
    if (version != NormalText.VERSION) {
      throw new IllegalArgumentException("a part of the index has version " + version);
    }
    slots = reader.count();
    int distinct = bounded(reader.count(), head);
    lengths = new int[distinct];
    starts = new int[distinct];
    int length = 0;
    int start = 0;
    for (int i = 0; i < distinct; i++) {
      length += reader.count();
      start += reader.count();
      lengths[i] = length;
      starts[i] = start;
    }
    keys = new SlotKeys(reader, slots, head.length, blocks);
    blockCount = reader.count();
    int pages = bounded(reader.count(), head);
    pageKeys = new long[pages];
    pageBlocks = new int[pages];
    long key = 0;
    int block = 0;
    for (int i = 0; i < pages; i++) {
      key += reader.number();
      block += reader.count();
      pageKeys[i] = key;
      pageBlocks[i] = block;
    }
  }

  /** Limits counts by the length of the head, so that a damaged one does not cause a huge array. */
  private static int bounded(int count, byte[] head) {
    if (count > head.length) {
      throw new IllegalArgumentException("a part of the index is damaged");
    }
    return count;
  }

  /** Version of the parts that this program writes and reads. */
  public static int version() {
    return NormalText.VERSION;
  }

  public int slots() {
    return slots;
  }

  public int blocks() {
    return blockCount;
  }

  public int key(int slot) {
    return keys.key(slot);
  }

  int[] keys() {
    return keys.all();
  }

  BlockSource source() {
    return blocks;
  }

  /** Returns the first slot with a text of at least {@code length} symbols, or {@link #slots}. */
  int firstSlot(int length) {
    int at = Arrays.binarySearch(lengths, length);
    int index = at < 0 ? -at - 1 : at;
    return index == starts.length ? slots : starts[index];
  }

  int lengths() {
    return lengths.length;
  }

  /** Returns a length; they rise. */
  int length(int index) {
    return lengths[index];
  }

  int start(int index) {
    return starts[index];
  }

  int lengthOf(int slot) {
    int at = Arrays.binarySearch(starts, slot);
    return at < 0 ? -at - 2 : at;
  }

  int end(int index) {
    return index + 1 == starts.length ? slots : starts[index + 1];
  }

  /** Returns the slots of a gram. Long lists are cached, and so are the short ones found last. */
  PostingList find(long key) {
    int place = place(key);
    PostingList last = lastLists[place];
    if (last != null && lastKeys[place] == key) {
      return last;
    }
    PostingList known = longLists.get(key);
    if (known == null) {
      known = look(key);
      if (isLong(known)) {
        longLists.put(key, known);
      }
    }
    lastKeys[place] = key;
    lastLists[place] = known;
    return known;
  }

  boolean isLong(PostingList list) {
    return list.chunks() > 0 && (long) list.count() * SPARSE >= slots;
  }

  void want(long key) {
    int index = page(key);
    if (index >= 0 && lastKeys[place(key)] != key && !longLists.containsKey(key)) {
      blocks.want(pageBlocks[index], pageBlocks[index] + 1);
    }
  }

  public void wantKey(int slot) {
    keys.want(slot);
  }

  private static int place(long key) {
    return (int) (key ^ key >>> Grams.OCCURRENCE_BITS) & (MAX_LISTS - 1);
  }

  /** Returns the dictionary page in which a gram would be; negative if there is none. */
  private int page(long key) {
    int at = Arrays.binarySearch(pageKeys, key);
    return at < 0 ? -at - 2 : at;
  }

  private PostingList look(long key) {
    int index = page(key);
    if (index < 0) {
      return PostingList.EMPTY;
    }
    byte[] page = blocks.block(pageBlocks[index]);
    ByteReader reader = PartWriter.pageReader(page);
    long found = pageKeys[index];
    while (!reader.isAtEnd()) {
      found = PartWriter.readKey(found, reader);
      if (found == key) {
        return PostingList.read(page, reader);
      }
      if (found > key) {
        break;
      }
      PostingList.skip(reader);
    }
    return PostingList.EMPTY;
  }

  /** Iterates over all lists by rising key. */
  Lists lists() {
    return new Lists();
  }

  final class Lists {

    private int page = -1;
    private byte[] bytes = {};
    private ByteReader reader = new ByteReader(bytes, 0);
    private long key;
    private PostingList list = PostingList.EMPTY;

    boolean next() {
      if (reader.isAtEnd()) {
        page++;
        if (page == pageKeys.length) {
          return false;
        }
        bytes = blocks.block(pageBlocks[page]);
        reader = PartWriter.pageReader(bytes);
        key = pageKeys[page];
      }
      key = PartWriter.readKey(key, reader);
      list = PostingList.read(bytes, reader);
      return true;
    }

    long key() {
      return key;
    }

    PostingList list() {
      return list;
    }
  }
}
