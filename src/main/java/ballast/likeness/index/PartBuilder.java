package ballast.likeness.index;

import ballast.likeness.Measure;
import ballast.likeness.Symbols;
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
}
