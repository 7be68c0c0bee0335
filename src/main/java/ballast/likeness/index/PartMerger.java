package ballast.likeness.index;

import ballast.likeness.index.PartWriter.BlockSink;
import ballast.likeness.index.PostingList.PostingWriter;
import ballast.likeness.index.SlotOrder.SlotSorter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges several parts into one: sorts their slots, removes repeated ones, and joins the lists of
 * equal grams. Holds only two numbers for each slot and the longest list in memory.
 */
public final class PartMerger {

  private static final class Source {
    private final IndexPart part;
    private final IndexPart.Lists lists;
    private final int[] newSlots;

    Source(IndexPart part, int[] newSlots) {
      this.part = part;
      this.lists = part.lists();
      this.newSlots = newSlots;
    }
  }

  private final int[] run = new int[PostingWriter.RUN];
  private int[] joined = new int[1024];
  private int count;

  /** Writes the parts as one and returns its head. */
  public byte[] merge(List<IndexPart> parts, BlockSink sink) {
    long[][] ranks = parts.stream().map(PartMerger::ranks).toArray(long[][]::new);
    long[] all = new long[Arrays.stream(ranks).mapToInt(r -> r.length).sum()];
    int filled = 0;
    for (long[] partRanks : ranks) {
      System.arraycopy(partRanks, 0, all, filled, partRanks.length);
      filled += partRanks.length;
    }
    long[] slots = SlotOrder.distinct(all, filled);
    PartWriter writer = new PartWriter(sink);
    writer.slots(slots);
    PriorityQueue<Source> queue =
        new PriorityQueue<>(Comparator.comparingLong(source -> source.lists.key()));
    for (int i = 0; i < ranks.length; i++) {
      Source source = new Source(parts.get(i), newSlots(ranks[i], slots));
      if (source.lists.next()) {
        queue.add(source);
      }
    }
    writeLists(queue, new SlotSorter(slots.length), writer);
    return writer.finish();
  }

  private void writeLists(PriorityQueue<Source> queue, SlotSorter sorter, PartWriter writer) {
    while (!queue.isEmpty()) {
      long key = queue.element().lists.key();
      count = 0;
      int sources = 0;
      while (!queue.isEmpty() && queue.element().lists.key() == key) {
        Source source = queue.remove();
        append(source);
        sources++;
        if (source.lists.next()) {
          queue.add(source);
        }
      }
      if (sources > 1) {
        count = sorter.sort(joined, count);
      }
      writer.list(key, joined, count);
    }
  }

  private void append(Source source) {
    PostingList list = source.lists.list();
    if (list.count() > source.part.slots()) {
      throw new IllegalArgumentException("a part of the index is damaged");
    }
    if (count + list.count() > joined.length) {
      joined = Arrays.copyOf(joined, Math.max(count + list.count(), joined.length * 2));
    }
    list.forEachRun(
        source.part.source(),
        0,
        Integer.MAX_VALUE,
        run,
        (slots, length) -> {
          for (int i = 0; i < length; i++) {
            joined[count++] = source.newSlots[slots[i]];
          }
        });
  }

  static long[] ranks(IndexPart part) {
    int[] keys = part.keys();
    long[] ranks = new long[keys.length];
    for (int i = 0; i < part.lengths(); i++) {
      for (int slot = part.start(i); slot < part.end(i); slot++) {
        ranks[slot] = SlotOrder.rank(part.length(i), keys[slot]);
      }
    }
    return ranks;
  }

  private static int[] newSlots(long[] ranks, long[] slots) {
    int[] places = new int[ranks.length];
    int at = 0;
    for (int i = 0; i < ranks.length; i++) {
      while (slots[at] != ranks[i]) {
        at++;
      }
      places[i] = at;
    }
    return places;
  }
}
