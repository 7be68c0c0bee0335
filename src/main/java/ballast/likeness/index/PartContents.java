package ballast.likeness.index;

import ballast.likeness.Symbols;
import ballast.likeness.index.PostingList.PostingWriter;
import java.util.Arrays;

/**
 * The texts of a part, to check that it has those that it should have. Reads all of the part once,
 * and keeps two numbers for each slot.
 */
public final class PartContents {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Grams grams = new Grams();
  private final long[] ranks;
  private final long[] sums;

  /**
   * @throws IllegalArgumentException if the part is damaged
   */
  public PartContents(IndexPart part) {
    ranks = PartMerger.ranks(part);
    sums = new long[ranks.length];
    int[] run = new int[PostingWriter.RUN];
    for (IndexPart.Lists lists = part.lists(); lists.next(); ) {
      long spread = spread(lists.key());
      lists
          .list()
          .forEachRun(
              part.source(),
              0,
              Integer.MAX_VALUE,
              run,
              (slots, length) -> {
                for (int i = 0; i < length; i++) {
                  sums[slots[i]] += spread;
                }
              });
    }
  }

  private static long spread(long key) {
    return (key ^ key >>> 29) * SPREAD;
  }

  /**
   * Whether a slot has all grams of a text and no others. False also for the rare text that shares
   * its slot with another.
   */
  public boolean has(Symbols text, long key) {
    int slot = Arrays.binarySearch(ranks, SlotOrder.rank(text.size(), (int) (key >>> 32)));
    if (slot < 0) {
      return text.size() == 0;
    }
    grams.read(text);
    long sum = 0;
    for (int i = 0; i < grams.all(); i++) {
      sum += spread(grams.key(i));
    }
    return sum == sums[slot];
  }
}
