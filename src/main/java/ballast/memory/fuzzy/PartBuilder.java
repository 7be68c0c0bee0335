package ballast.memory.fuzzy;

import java.util.Arrays;

/**
 * Makes a part out of texts. Holds 8 bytes for each gram, twice while it writes; {@link #isFull}
 * says when it is time to write and begin another.
 */
public final class PartBuilder {

  private static final int TEXT_BITS = 20;
  private static final int MOST_TEXTS = 1 << TEXT_BITS;
  private static final int MOST_GRAMS = 6_000_000;
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final Symbols symbols = new Symbols();
  private final Grams grams = new Grams();
  private long[] ranks = new long[1024];
  private int texts;
  // The gram's key, then the number of the text.
  private long[] postings = new long[1 << 16];
  private int size;

  /** Whether no further text should be added. */
  public boolean isFull() {
    return size >= MOST_GRAMS || texts == MOST_TEXTS;
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
    }
    if (size + grams.size() > postings.length) {
      postings = Arrays.copyOf(postings, Math.max(size + grams.size(), grown(postings.length)));
    }
    for (int i = 0; i < grams.size(); i++) {
      postings[size++] = grams.key(i) << TEXT_BITS | texts;
    }
    ranks[texts++] = SlotOrder.rank(symbols.size(), (int) (key >>> 32));
  }

  private static int grown(int length) {
    return Math.max(length, Math.min(2 * length, MOST_GRAMS + MOST_GRAMS / 8));
  }

  /** Writes the part and returns its head. The builder is empty afterwards. */
  public byte[] write(BlockSink sink) {
    long[] slots = SlotOrder.distinct(ranks, texts);
    PartWriter writer = new PartWriter(sink);
    SlotOrder.write(slots, writer);
    numberBySlot(slots);
    sort();
    writeLists(writer);
    texts = 0;
    size = 0;
    return writer.finish();
  }

  private void numberBySlot(long[] slots) {
    int[] slotOf = new int[texts];
    for (int i = 0; i < texts; i++) {
      slotOf[i] = Arrays.binarySearch(slots, ranks[i]);
    }
    for (int i = 0; i < size; i++) {
      long posting = postings[i];
      postings[i] = posting >>> TEXT_BITS << TEXT_BITS | slotOf[(int) (posting & (MOST_TEXTS - 1))];
    }
  }

  /** By key, then by slot: radix sort, the lowest digit first. */
  private void sort() {
    long[] from = postings;
    long[] to = new long[size];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      int[] places = new int[DIGITS + 1];
      for (int i = 0; i < size; i++) {
        places[(int) (from[i] >>> shift & (DIGITS - 1)) + 1]++;
      }
      if (isOneDigit(places)) {
        continue;
      }
      for (int d = 0; d < DIGITS; d++) {
        places[d + 1] += places[d];
      }
      for (int i = 0; i < size; i++) {
        to[places[(int) (from[i] >>> shift & (DIGITS - 1))]++] = from[i];
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    postings = from;
  }

  private boolean isOneDigit(int[] places) {
    for (int count : places) {
      if (count > 0) {
        return count == size;
      }
    }
    return true;
  }

  private void writeLists(PartWriter writer) {
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
