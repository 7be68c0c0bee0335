package ballast.memory.fuzzy;

import java.util.Arrays;

/**
 * Finds the slots of a part whose texts may match a query: those with at least {@code T(n)} of its
 * grams (see {@link Grams}). The lists of frequent grams that are in memory as bitmaps ({@link
 * DenseLists}) cost next to nothing to count. Of the others, only the rarest are counted: a text
 * that has {@code T} of {@code G} grams has at least one of any {@code G - T + 1}. What is left
 * after that is looked up in the longer lists one by one, and dropped as soon as too few are left
 * to reach {@code T}.
 *
 * <p>Reused from search to search; for one thread.
 */
public final class CountFilter {

  /** To look one slot up in a list costs as much as to count so many. */
  private static final int PROBE_COST = 60;

  /** So many words of a bitmap are added as quickly as one slot is counted. */
  private static final int WORDS_READ = 2;

  /** So few candidates are cheaper to compare than to look up in further lists. */
  private static final int FEW = 4;

  /** Lists up to this share of the window's words are added slot by slot. */
  private static final int SPARSE = 4;

  private final Grams grams = new Grams();
  private final SlotCounts counts = new SlotCounts();
  private final DenseLists dense;
  private final int[] run = new int[PostingWriter.RUN];
  private PostingList[] unordered = new PostingList[1 << 7];
  private PostingList[] lists = new PostingList[1 << 7];
  // What a list costs, then its place among those that are unordered.
  private long[] costs = new long[1 << 7];
  private int[] found = new int[1 << 10];
  private int[] tally = new int[1 << 10];
  private int foundCount;
  private boolean[] hits = new boolean[1 << 10];

  // The query of the current search.
  private int length;
  private int least;
  private int total;
  private int windowStart;
  private int windowEnd;
  private long decoded;

  /**
   * @param capacity how many bytes of lists to keep in memory as bitmaps; 0 for none
   */
  public CountFilter(long capacity) {
    dense = new DenseLists(capacity);
  }

  /** Forgets what it knows of parts: they may be gone. */
  public void clear() {
    dense.clear();
  }

  /**
   * Finds the slots that may match; {@link #slot} tells which.
   *
   * @param query cut by the part's measure, with at least one symbol
   * @param threshold from {@link Score#LEAST} to {@link Score#FULL}
   * @return how many there are
   */
  public int find(Part part, Symbols query, int threshold, Effort effort) {
    effort.search();
    length = query.size();
    least = threshold;
    int shortest = Score.shortest(least, length);
    int longest = Score.longest(least, length);
    windowStart = part.firstSlot(shortest);
    windowEnd = longest == Integer.MAX_VALUE ? part.slots() : part.firstSlot(longest + 1);
    foundCount = 0;
    if (windowStart < windowEnd) {
      decoded = 0;
      search(part, query, effort);
      effort.postings(decoded);
      effort.candidates(foundCount);
    }
    return foundCount;
  }

  /** A slot that the last search found; they rise. */
  public int slot(int index) {
    return found[index];
  }

  private void search(Part part, Symbols query, Effort effort) {
    grams.read(query);
    total = grams.size();
    counts.begin(windowStart, windowEnd, part.slots(), total);
    cheapestFirst(part);
    int counted = Math.min(total, total - leastShared(part) + 1);
    for (int i = 0; i < counted; i++) {
      count(part, lists[i], effort);
    }
    counts.end();
    counted = countMore(part, counted, effort);
    collect(part, total - counted);
    for (int i = counted; i < total && foundCount > FEW; i++) {
      probe(part, lists[i]);
      drop(part, total - i - 1);
    }
  }

  /** Puts the lists of the query's grams in order of what they cost to count. */
  private void cheapestFirst(Part part) {
    if (costs.length < total) {
      costs = new long[total * 2];
      unordered = new PostingList[total * 2];
      lists = new PostingList[total * 2];
    }
    for (int i = 0; i < total; i++) {
      PostingList list = part.find(grams.key(i));
      unordered[i] = list;
      costs[i] = (long) cost(list) << Integer.SIZE | i;
    }
    Arrays.sort(costs, 0, total);
    for (int i = 0; i < total; i++) {
      lists[i] = unordered[(int) costs[i]];
    }
  }

  /** What it costs to count a list, in slots decoded. */
  private int cost(PostingList list) {
    int slots = list.countWithin(windowStart, windowEnd);
    return list.bitmap() == null ? slots : Math.min(slots, counts.width() / WORDS_READ);
  }

  /**
   * Counts further lists as long as that costs less than to look up in them what is left.
   *
   * @param from the list to begin with
   * @return the first one that has not been counted
   */
  private int countMore(Part part, int from, Effort effort) {
    int next = from;
    int before = -1;
    while (next < total && next > before) {
      before = next;
      long cost = estimate(part, total - next) * PROBE_COST;
      int most = Math.min(total, next + SlotCounts.TOGETHER);
      while (next < most && (int) (costs[next] >>> Integer.SIZE) < cost) {
        count(part, lists[next++], effort);
      }
      counts.end();
    }
    return next;
  }

  /** {@code T(n)}: how many grams a text of {@code n} symbols must share. */
  private int shared(int n) {
    return grams.shared(Score.mostEdits(least, length, n), Math.max(0, n - length));
  }

  private int leastShared(Part part) {
    int fewest = Integer.MAX_VALUE;
    for (int i = part.lengthAt(windowStart); i < part.lengths() && isWithin(part, i); i++) {
      fewest = Math.min(fewest, shared(part.length(i)));
    }
    return fewest;
  }

  /** Whether the slots of a length, which is not below those of the window, are in it. */
  private boolean isWithin(Part part, int index) {
    return part.start(index) < windowEnd;
  }

  private void count(Part part, PostingList list, Effort effort) {
    long[] known = dense.find(part, list, windowStart, windowEnd, effort);
    if (known != null) {
      counts.add(known);
    } else if (list.chunks() == 0
        || list.countWithin(windowStart, windowEnd) < counts.width() / SPARSE) {
      decoded += list.forEachRun(part.source(), windowStart, windowEnd, run, this::countEach);
    } else {
      long[] bits = counts.blank();
      decoded += list.mark(part.source(), windowStart, windowEnd, bits);
      counts.add(bits);
    }
  }

  private void countEach(int[] slots, int n) {
    for (int i = 0; i < n; i++) {
      if (slots[i] >= windowStart && slots[i] < windowEnd) {
        counts.add(slots[i]);
      }
    }
  }

  /** Takes up the slots in the window that can reach their bound with the lists that are left. */
  private void collect(Part part, int left) {
    for (int i = part.lengthAt(windowStart); i < part.lengths() && isWithin(part, i); i++) {
      int needed = Math.max(0, shared(part.length(i)) - left);
      counts.forEach(part.start(i), part.end(i), needed, this::take);
    }
  }

  /** About how many slots {@link #collect} would take up. */
  private long estimate(Part part, int left) {
    long taken = 0;
    for (int i = part.lengthAt(windowStart); i < part.lengths() && isWithin(part, i); i++) {
      int needed = Math.max(0, shared(part.length(i)) - left);
      taken += counts.estimate(part.start(i), part.end(i), needed);
    }
    return taken;
  }

  private void take(int slot) {
    if (foundCount == found.length) {
      found = Arrays.copyOf(found, foundCount * 2);
      tally = Arrays.copyOf(tally, foundCount * 2);
    }
    found[foundCount] = slot;
    tally[foundCount++] = counts.of(slot);
  }

  /** Looks the candidates up in one more list. */
  private void probe(Part part, PostingList list) {
    if (hits.length < foundCount) {
      hits = new boolean[found.length];
    }
    decoded += list.probe(part.source(), found, foundCount, hits, run);
    for (int i = 0; i < foundCount; i++) {
      if (hits[i]) {
        tally[i]++;
      }
    }
  }

  /** Drops the candidates that cannot reach their bound with the lists that are left. */
  private void drop(Part part, int left) {
    int kept = 0;
    int index = part.lengthAt(windowStart) - 1;
    int needed = 0;
    int end = -1;
    for (int i = 0; i < foundCount; i++) {
      while (found[i] >= end) {
        index++;
        end = part.end(index);
        needed = shared(part.length(index)) - left;
      }
      if (tally[i] >= needed) {
        found[kept] = found[i];
        tally[kept++] = tally[i];
      }
    }
    foundCount = kept;
  }
}
