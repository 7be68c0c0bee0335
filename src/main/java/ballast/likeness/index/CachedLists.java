package ballast.likeness.index;

import ballast.likeness.index.PostingList.CachedList;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the long lists that searches use: they are expensive to decode, and nearly every
 * search uses some of them again. A list is cached on its second use, so that a single search does
 * not pay for it. When the cache is full, a list replaces a less dense one, which is used less
 * often. Not thread-safe.
 */
final class CachedLists {

  /** Minimum ratio of a list's density to that of the list it replaces. */
  private static final double DENSER = 1.1;

  /** Orders lists by density, each once. */
  private record Density(double share, int number) implements Comparable<Density> {
    @Override
    public int compareTo(Density other) {
      int byShare = Double.compare(share, other.share);
      return byShare != 0 ? byShare : Integer.compare(number, other.number);
    }
  }

  private final long capacity;
  private final TreeMap<Density, PostingList> lists = new TreeMap<>();
  private long[] bits = {};
  private long bytes;
  private int number;
  private boolean isFull;

  /**
   * @param capacity in bytes
   */
  CachedLists(long capacity) {
    this.capacity = capacity;
  }

  void clear() {
    lists.values().forEach(list -> list.keep(null));
    lists.clear();
    bytes = 0;
    isFull = false;
  }

  /** Returns a cached list, possibly cached by this call, or null. */
  @Nullable CachedList find(IndexPart part, PostingList list, Effort effort) {
    CachedList known = list.kept();
    if (known == null && part.isLong(list) && list.want() && hasRoom(share(part, list))) {
      known = takeIn(part, list, effort);
    }
    return known;
  }

  boolean wouldTake(IndexPart part, PostingList list) {
    return part.isLong(list) && list.isWanted() && hasRoom(share(part, list));
  }

  private static double share(IndexPart part, PostingList list) {
    return (double) list.count() / part.slots();
  }

  private boolean hasRoom(double share) {
    return !isFull || (!lists.isEmpty() && lists.firstKey().share() * DENSER <= share);
  }

  private @Nullable CachedList takeIn(IndexPart part, PostingList list, Effort effort) {
    CachedList taken = read(part, list, effort);
    double share = share(part, list);
    while (bytes + taken.bytes() > capacity) {
      isFull = true;
      if (!hasRoom(share)) {
        return null;
      }
      drop();
    }
    list.keep(taken);
    lists.put(new Density(share, number++), list);
    bytes += taken.bytes();
    return taken;
  }

  private CachedList read(IndexPart part, PostingList list, Effort effort) {
    int words = SlotCounts.words(part.slots());
    if (bits.length < words) {
      bits = new long[words];
    } else {
      Arrays.fill(bits, 0, words, 0);
    }
    effort.postings(list.mark(part.source(), 0, part.slots(), bits));
    return CachedList.of(bits, words);
  }

  private void drop() {
    PostingList dropped = lists.pollFirstEntry().getValue();
    CachedList list = dropped.kept();
    dropped.keep(null);
    bytes -= list == null ? 0 : list.bytes();
  }
}
