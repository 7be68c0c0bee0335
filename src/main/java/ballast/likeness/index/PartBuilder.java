package ballast.likeness.index;

import ballast.likeness.Measure;
import ballast.likeness.Symbols;
import ballast.likeness.index.PartWriter.BlockSink;
import ballast.likeness.index.SlotOrder.SlotSorter;
import java.util.Arrays;

/**
 * Builds a part from texts. Holds 1 to 2 bytes for each gram of each text. If {@link #isFull}, the
 * part should be written and another begun.
 */
public final class PartBuilder {

  private static final int MAX_TEXTS = 1 << SlotOrder.TEXT_BITS;

  /** Maximum bytes of grams of one part; more of them do not make it quicker. */
  private static final long MAX_BYTES = 256 << 20;

  /** Maximum share of the heap for a builder; there are two or three builders. */
  private static final int HEAP_SHARE = 8;

  private final long maxBytes = Math.min(MAX_BYTES, GramLists.heap() / HEAP_SHARE);
  private final Symbols symbols = new Symbols();
  private final Grams grams = new Grams();
  private GramLists lists = new GramLists();
  private long[] ranks = new long[1024];
  private int texts;

  public boolean isFull() {
    return lists.bytes() >= maxBytes || texts == MAX_TEXTS;
  }

  public boolean isEmpty() {
    return texts == 0;
  }

  /** Number of texts added, counting equal ones. */
  public int texts() {
    return texts;
  }

  /**
   * @throws IllegalStateException if there is no room for another text
   */
  public void add(String text, long key, Measure measure) {
    if (texts == MAX_TEXTS) {
      throw new IllegalStateException("a part takes no more than " + MAX_TEXTS + " texts");
    }
    symbols.read(text, measure);
    if (symbols.size() == 0) {
      return; // it cannot match any text
    }
    grams.read(symbols);
    if (texts == ranks.length) {
      ranks = Arrays.copyOf(ranks, texts * 2);
    }
    for (int i = 0; i < grams.all(); i++) {
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
   * The texts with each gram, collected as texts arrive: 1 to 2 bytes for each gram of a text, and
   * about 35 for each different gram.
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

    /** Bytes of heap for each waiting gram, which takes 8. */
    private static final int HEAP_SHARE = 128;

    private static final long OTHERS = 44L << 20;
    private static final long MIN_HEAP = 8L << 20;

    private final GramRange[] ranges = new GramRange[RANGES];
    private long bytes;

    /**
     * Returns the bytes of heap that can be shared out: all except the other needs of an import.
     */
    static long heap() {
      return Math.max(MIN_HEAP, Runtime.getRuntime().maxMemory() - OTHERS);
    }

    GramLists() {
      int mostWaiting = (int) Math.min(MAX_WAITING, heap() / HEAP_SHARE / RANGES);
      Arrays.setAll(ranges, range -> new GramRange(mostWaiting));
      bytes = Arrays.stream(ranges).mapToLong(GramRange::bytes).sum();
    }

    /**
     * @param text not below the previous one; the same one only with another gram
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

    void forEach(GramRange.Action action) {
      for (GramRange range : ranges) {
        range.forEach(action);
      }
    }

    /** Size in bytes, without waiting grams. */
    long bytes() {
      return bytes;
    }
  }

  private static final class GramRange {

    @FunctionalInterface
    interface Action {
      /**
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
    // For each gram its key, then its last text in the upper half and the end of its list in the
    // lower one; adjacent because they are needed together.
    private long[] grams = new long[2 * MIN_CAPACITY];
    private int[] starts = new int[MIN_CAPACITY];
    private int size;

    // Keys with their texts in the lower bits, counted from the first text here.
    private long[] waiting = new long[MIN_CAPACITY];
    private final int mostWaiting;
    private int waits;
    private int firstText;

    GramRange(int mostWaiting) {
      this.mostWaiting = mostWaiting;
    }

    /**
     * @param text not below the previous one; the same one only with another gram
     * @return false if {@link #distribute} must be called first
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

    /** Moves the waiting grams into their lists. */
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
   * #MAX_SLICE} bytes. The last {@value #LINK} bytes of a slice point to the next one, so nothing
   * is moved when a list grows. (Like the pool of postings of Lucene's indexing chain.) All slices
   * of a block have one length, and the place in the block gives the end of a slice.
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
    // The next slice of each length; at the end of a block there is none.
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
     * @param from the result of {@link #begin}
     * @param end the last result of {@link #add}
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

    /** Of the list read last; may be overwritten. */
    int[] numbers() {
      return numbers;
    }

    private int linked(int place) {
      return ByteReader.fixed(blocks[place >>> BLOCK_BITS], place & (BLOCK - 1), LINK);
    }

    long bytes() {
      return (long) size * BLOCK;
    }
  }
}
