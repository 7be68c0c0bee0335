package ballast.likeness.index;

import ballast.likeness.Measure;
import ballast.likeness.Symbols;
import ballast.likeness.index.PartWriter.BlockSink;
import ballast.likeness.index.SlotOrder.SlotSorter;
import java.util.Arrays;

/**
 * Builds a part from texts. Holds 1 to 2 bytes for each gram of each text; {@link #isFull} says
 * when it is time to write and begin another.
 */
public final class PartBuilder {

  private static final int MAX_TEXTS = 1 << SlotOrder.TEXT_BITS;

  /** Bytes of grams of one part at most; more of them do not make it quicker. */
  private static final long MAX_BYTES = 256 << 20;

  /** A builder uses at most this share of the heap; there are two or three builders. */
  private static final int HEAP_SHARE = 8;

  private final long maxBytes = Math.min(MAX_BYTES, GramLists.heap() / HEAP_SHARE);
  private final Symbols symbols = new Symbols();
  private final Grams grams = new Grams();
  private GramLists lists = new GramLists();
  private long[] ranks = new long[1024];
  private int texts;

  /** Whether no further text should be added. */
  public boolean isFull() {
    return lists.bytes() >= maxBytes || texts == MAX_TEXTS;
  }

  /** Whether no text has been added. */
  public boolean isEmpty() {
    return texts == 0;
  }

  /** How many texts have been added, equal ones counted as often as they came. */
  public int texts() {
    return texts;
  }

  /**
   * Adds a text.
   *
   * @param key its text key
   * @throws IllegalStateException if there is no room for another text
   */
  public void add(String text, long key, Measure measure) {
    if (texts == MAX_TEXTS) {
      throw new IllegalStateException("a part takes no more than " + MAX_TEXTS + " texts");
    }
    symbols.read(text, measure);
    if (symbols.size() == 0) {
      return; // it has nothing that could match another text
    }
    grams.read(symbols);
    if (texts == ranks.length) {
      ranks = Arrays.copyOf(ranks, texts * 2);
    }
    for (int i = 0; i < grams.size(); i++) {
      lists.add(grams.key(i), texts);
    }
    ranks[texts++] = SlotOrder.rank(symbols.size(), (int) (key >>> 32));
  }

  /** Writes the part and returns its head. The builder is empty afterwards. */
  public byte[] write(BlockSink sink) {
    int[] slotOf = new int[texts];
    long[] slots = SlotOrder.assign(ranks, texts, slotOf);
    PartWriter writer = new PartWriter(sink);
    writer.slots(slots);
    SlotSorter sorter = new SlotSorter(slots.length);
    lists.forEach(
        (key, list, count) -> {
          for (int i = 0; i < count; i++) {
            list[i] = slotOf[list[i]];
          }
          writer.list(key, list, sorter.sort(list, count));
        });
    lists = new GramLists();
    texts = 0;
    return writer.finish();
  }

  /**
   * The texts that have a gram, for each gram, while texts come one after the other: 1 to 2 bytes
   * for each time that a text has a gram, and some 35 for each gram.
   *
   * <p>The keys of a text's grams are scattered, so that each access would miss the processor's
   * cache. Grams are therefore buffered in {@value #RANGES} ranges of keys and added to the lists
   * of a range in batches, because these lists fit into the cache. This takes a quarter of the
   * time.
   */
  static final class GramLists {

    private static final int RANGE_BITS = 6;
    private static final int RANGES = 1 << RANGE_BITS;
    private static final int RANGE_SHIFT = GramRange.KEY_BITS - RANGE_BITS;
    private static final int MAX_WAITING = 1 << 15;

    /** Of the heap's bytes, so many for one gram that waits; it takes 8. */
    private static final int HEAP_SHARE = 128;

    private static final long OTHERS = 44L << 20;
    private static final long MIN_HEAP = 8L << 20;

    private final GramRange[] ranges = new GramRange[RANGES];
    private long bytes;

    /** The bytes of the heap of which grams get shares: all but what an import needs besides. */
    static long heap() {
      return Math.max(MIN_HEAP, Runtime.getRuntime().maxMemory() - OTHERS);
    }

    GramLists() {
      int mostWaiting = (int) Math.min(MAX_WAITING, heap() / HEAP_SHARE / RANGES);
      Arrays.setAll(ranges, range -> new GramRange(mostWaiting));
      bytes = Arrays.stream(ranges).mapToLong(GramRange::bytes).sum();
    }

    /**
     * Notes that a text has a gram.
     *
     * @param text not below that of the time before; the same one only with another gram
     */
    void add(long key, int text) {
      GramRange range = ranges[(int) (key >>> RANGE_SHIFT)];
      if (!range.add(key, text)) {
        long bytesBefore = range.bytes();
        range.distribute();
        bytes += range.bytes() - bytesBefore;
        range.add(key, text);
      }
    }

    /** Passes on the lists of all grams by rising key. */
    void forEach(GramRange.Action action) {
      for (GramRange range : ranges) {
        range.forEach(action);
      }
    }

    /** Bytes that they take, apart from those that wait. */
    long bytes() {
      return bytes;
    }
  }

  /** The grams whose keys are in some range, and the texts that have them. */
  private static final class GramRange {

    /** Takes the list of a gram. */
    @FunctionalInterface
    interface Action {
      /**
       * Takes a list.
       *
       * @param texts rising; overwritten afterwards
       */
      void accept(long key, int[] texts, int count);
    }

    static final int KEY_BITS = Integer.SIZE + Grams.OCCURRENCE_BITS;

    private static final int TEXT_BITS = Long.SIZE - KEY_BITS;
    private static final int MIN_CAPACITY = 1 << 7;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final ByteLists lists = new ByteLists();
    // The numbers of grams from 1 on, by their keys; 0 where there is none.
    private int[] table = new int[2 * MIN_CAPACITY];
    // For each gram, next to each other because they are needed together: its key, and then its
    // last
    // text in
    // the upper half and the end of its list in the lower one.
    private long[] grams = new long[2 * MIN_CAPACITY];
    private int[] starts = new int[MIN_CAPACITY];
    private int size;

    // Keys, and below each its text, counted from the first that has one here.
    private long[] waiting = new long[MIN_CAPACITY];
    private final int mostWaiting;
    private int waits;
    private int firstText;

    /**
     * @param mostWaiting how many grams wait at most
     */
    GramRange(int mostWaiting) {
      this.mostWaiting = mostWaiting;
    }

    /**
     * Notes that a text has a gram.
     *
     * @param text not below that of the time before; the same one only with another gram
     * @return false if that is only possible after {@link #distribute}
     */
    boolean add(long key, int text) {
      if (waits == 0) {
        firstText = text;
      }
      int distance = text - firstText;
      if (distance >>> TEXT_BITS != 0 || (waits == waiting.length && !makeRoom())) {
        return false;
      }
      waiting[waits++] = (key << TEXT_BITS) | distance;
      return true;
    }

    private boolean makeRoom() {
      if (waits < mostWaiting) {
        waiting = Arrays.copyOf(waiting, Math.min(mostWaiting, waits * 2));
      }
      return waits < waiting.length;
    }

    /** Puts the grams that wait into their lists. */
    void distribute() {
      for (int i = 0; i < waits; i++) {
        int distance = (int) waiting[i] & ((1 << TEXT_BITS) - 1);
        put(waiting[i] >>> TEXT_BITS, firstText + distance);
      }
      waits = 0;
    }

    private void put(long key, int text) {
      int place = place(key);
      int gram = table[place] - 1;
      if (gram < 0) {
        gram = begin(key, place);
      }
      long state = grams[2 * gram + 1];
      int end = lists.add((int) state, text - (int) (state >>> Integer.SIZE));
      grams[2 * gram + 1] = ((long) text << Integer.SIZE) | end;
    }

    /** Where a key is in the table, or where it would go. */
    private int place(long key) {
      int mask = table.length - 1;
      int place = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
      while (table[place] != 0 && grams[2 * table[place] - 2] != key) {
        place = (place + 1) & mask;
      }
      return place;
    }

    private int begin(long key, int place) {
      int at = place;
      if (size == starts.length) {
        grow();
        at = place(key);
      }
      starts[size] = lists.begin();
      grams[2 * size] = key;
      grams[2 * size + 1] = starts[size];
      table[at] = size + 1;
      return size++;
    }

    private void grow() {
      grams = Arrays.copyOf(grams, grams.length * 2);
      starts = Arrays.copyOf(starts, size * 2);
      table = new int[table.length * 2];
      for (int gram = 0; gram < size; gram++) {
        table[place(grams[2 * gram])] = gram + 1;
      }
    }

    /** Gives the lists of all grams by rising key. */
    void forEach(Action action) {
      distribute();
      long[] keys = new long[size];
      for (int gram = 0; gram < size; gram++) {
        keys[gram] = grams[2 * gram];
      }
      for (long key : RadixSort.sorted(keys, size, 0, new long[size])) {
        int gram = table[place(key)] - 1;
        int count = lists.read(starts[gram], (int) grams[2 * gram + 1]);
        int[] texts = lists.numbers();
        for (int i = 1; i < count; i++) {
          texts[i] += texts[i - 1];
        }
        action.accept(key, texts, count);
      }
    }

    /** Bytes that they take, apart from those that wait. */
    long bytes() {
      return lists.bytes()
          + (long) Integer.BYTES * (table.length + starts.length)
          + (long) Long.BYTES * grams.length;
    }
  }

  /**
   * Many growing lists of numbers, with a byte for each seven bits of a number.
   *
   * <p>A list is a chain of <em>slices</em>, each twice as long as the one before up to {@value
   * #MAX_SLICE} bytes; the last {@value #LINK} bytes of a slice point to the next one, so that
   * nothing is moved when a list grows. (Like the pool of postings of Lucene's indexing chain.) All
   * slices of a block have one length, and where one ends follows from the place in the block.
   */
  private static final class ByteLists {

    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MIN_SLICE = 8;
    private static final int MAX_SLICE = 256;
    private static final int LINK = 4;
    private static final int LEVELS = 6;

    private byte[][] blocks = new byte[8][];
    // The length of the slices of each block, less one.
    private int[] masks = new int[8];
    private int size;
    private int[] numbers = new int[64];
    // Where the next slice of each length is; at the end of a block there is none.
    private final int[] free = new int[LEVELS];

    /** Begins a list; returns the position of its first number. */
    int begin() {
      return slice(0);
    }

    /** Appends a number, 0 or more, to a list; returns the position of the next one. */
    int add(int end, int number) {
      int at = end;
      int remaining = number;
      while (remaining > 0x7F) {
        at = put(at, remaining | 0x80);
        remaining >>>= 7;
      }
      return put(at, remaining);
    }

    private int put(int place, int value) {
      int at = isLink(place) ? link(place) : place;
      blocks[at >>> BLOCK_BITS][at & (BLOCK - 1)] = (byte) value;
      return at + 1;
    }

    private boolean isLink(int place) {
      int mask = masks[place >>> BLOCK_BITS];
      return (place & mask) == mask + 1 - LINK;
    }

    private int link(int place) {
      int length = Math.min(2 * (masks[place >>> BLOCK_BITS] + 1), MAX_SLICE);
      int next = slice(Integer.numberOfTrailingZeros(length / MIN_SLICE));
      byte[] block = blocks[place >>> BLOCK_BITS];
      for (int i = 0; i < LINK; i++) {
        block[(place & (BLOCK - 1)) + i] = (byte) (next >>> (8 * i));
      }
      return next;
    }

    private int slice(int level) {
      if ((free[level] & (BLOCK - 1)) == 0) {
        free[level] = block(MIN_SLICE << level);
      }
      int slice = free[level];
      free[level] += MIN_SLICE << level;
      return slice;
    }

    private int block(int length) {
      if (size == blocks.length) {
        blocks = Arrays.copyOf(blocks, size * 2);
        masks = Arrays.copyOf(masks, size * 2);
      }
      blocks[size] = new byte[BLOCK];
      masks[size] = length - 1;
      return size++ << BLOCK_BITS;
    }

    /**
     * Reads a list; see {@link #numbers}.
     *
     * @param from what {@link #begin} returned
     * @param end what {@link #add} returned last
     * @return number of elements
     */
    int read(int from, int end) {
      int count = 0;
      int at = from;
      while (at != end) {
        int number = 0;
        int shift = 0;
        byte b;
        do {
          at = isLink(at) ? linked(at) : at;
          b = blocks[at >>> BLOCK_BITS][at & (BLOCK - 1)];
          at++;
          number |= (b & 0x7F) << shift;
          shift += 7;
        } while (b < 0);
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
      }
      return count;
    }

    /** The numbers of the list that was read last; may be overwritten. */
    int[] numbers() {
      return numbers;
    }

    private int linked(int place) {
      return ByteReader.fixed(blocks[place >>> BLOCK_BITS], place & (BLOCK - 1), LINK);
    }

    /** Their size in bytes. */
    long bytes() {
      return (long) size * BLOCK;
    }
  }
}
