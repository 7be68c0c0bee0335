package ballast.memory.fuzzy;

import java.util.Arrays;

/**
 * Makes a part out of texts. Holds 8 bytes for each gram, twice while it writes; {@link #isFull}
 * says when it is time to write and begin another.
 */
public final class PartBuilder {

  private static final int TEXT_BITS = 20;
  private static final int MOST_TEXTS = 1 << TEXT_BITS;

  /** Of one part; more of them do not make it quicker. */
  private static final int MOST_GRAMS = 6_000_000;

  /** So many bytes of the heap for each gram that is held: there are two builders, or three. */
  private static final int HEAP_SHARE = 64;

  private final int most =
      (int) Math.min(MOST_GRAMS, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  private final Symbols symbols = new Symbols();
  private final Grams grams = new Grams();
  private long[] ranks = new long[1024];
  private int[] ends = new int[1024];
  private int texts;
  // The keys of the first text's grams, then those of the second ...
  private long[] keys = new long[1 << 16];
  private int size;

  /** Whether no further text should be added. */
  public boolean isFull() {
    return size >= most || texts == MOST_TEXTS;
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
    if (texts == MOST_TEXTS) {
      throw new IllegalStateException("a part takes no more than " + MOST_TEXTS + " texts");
    }
    symbols.read(text, measure);
    if (symbols.size() == 0) {
      return; // nothing in it that could be like another text
    }
    grams.read(symbols);
    if (texts == ranks.length) {
      ranks = Arrays.copyOf(ranks, texts * 2);
      ends = Arrays.copyOf(ends, texts * 2);
    }
    if (size + grams.size() > keys.length) {
      keys = Arrays.copyOf(keys, Math.max(size + grams.size(), grown(keys.length)));
    }
    for (int i = 0; i < grams.size(); i++) {
      keys[size++] = grams.key(i);
    }
    ends[texts] = size;
    ranks[texts++] = SlotOrder.rank(symbols.size(), (int) (key >>> 32));
  }

  private int grown(int length) {
    return Math.max(length, Math.min(2 * length, most + most / 8));
  }

  /** Writes the part and returns its head. The builder is empty afterwards. */
  public byte[] write(BlockSink sink) {
    long[] slots = SlotOrder.distinct(ranks, texts);
    PartWriter writer = new PartWriter(sink);
    SlotOrder.write(slots, writer);
    writeLists(RadixSort.sorted(postings(slots), size, TEXT_BITS, keys), writer);
    texts = 0;
    size = 0;
    return writer.finish();
  }

  /** Each gram's key and below it the slot of its text; the slots rise. */
  private long[] postings(long[] slots) {
    int[] slotOf = new int[texts];
    int[] places = new int[slots.length + 1];
    for (int text = 0; text < texts; text++) {
      slotOf[text] = Arrays.binarySearch(slots, ranks[text]);
      places[slotOf[text] + 1]++;
    }
    for (int slot = 0; slot < slots.length; slot++) {
      places[slot + 1] += places[slot];
    }
    int[] bySlot = new int[texts];
    for (int text = 0; text < texts; text++) {
      bySlot[places[slotOf[text]]++] = text;
    }
    long[] postings = new long[keys.length];
    int count = 0;
    for (int text : bySlot) {
      for (int i = text == 0 ? 0 : ends[text - 1]; i < ends[text]; i++) {
        postings[count++] = keys[i] << TEXT_BITS | slotOf[text];
      }
    }
    return postings;
  }

  private void writeLists(long[] postings, PartWriter writer) {
    int[] list = new int[1024];
    int at = 0;
    while (at < size) {
      long key = postings[at] >>> TEXT_BITS;
      int count = 0;
      int previous = -1;
      for (; at < size && postings[at] >>> TEXT_BITS == key; at++) {
        int slot = (int) (postings[at] & (MOST_TEXTS - 1));
        if (slot != previous) {
          if (count == list.length) {
            list = Arrays.copyOf(list, count * 2);
          }
          list[count++] = slot;
          previous = slot;
        }
      }
      writer.list(key, list, count);
    }
  }
}
