package ballast.memory.fuzzy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the slots of a part whose texts may match a query: those with at least {@code T(n)} of its
 * grams (see {@link Grams}). Of a query's {@code G} lists only the rarest are counted in full: a
 * text that has {@code T} of them has at least one of any {@code G - T + 1}. What is left after
 * that is looked up in the longer lists one by one, and dropped as soon as too few are left to
 * reach {@code T}.
 *
 * <p>Reused from search to search; for one thread.
 */
public final class CountFilter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Counts above this do not fit the comparison of eight bytes at a time. */
  private static final int MOST_IN_BYTE = 120;

  /** To look one slot up in a list costs as much as to count so many. */
  private static final int PROBE_COST = 60;

  private static final int SAMPLED = 16;

  /** So few candidates are cheaper to compare than to look up in further lists. */
  private static final int FEW = 4;

  private final Grams grams = new Grams();
  private final int[] run = new int[PostingWriter.RUN];
  private byte[] narrow = new byte[1 << 12];
  private short[] wide = new short[1 << 8];
  private boolean isWide;
  private int[] found = new int[1 << 10];
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
      search(part, query);
      effort.postings(decoded);
      effort.candidates(foundCount);
    }
    return foundCount;
  }

  /** A slot that the last search found; they rise. */
  public int slot(int index) {
    return found[index];
  }

  private void search(Part part, Symbols query) {
    grams.read(query);
    total = grams.size();
    PostingList[] lists = listsByLength(part);
    int counted = Math.min(total, total - leastShared(part) + 1);
    clear();
    for (int i = 0; i < counted; i++) {
      count(part, lists[i]);
    }
    while (counted < total
        && lists[counted].countWithin(windowStart, windowEnd)
            < estimate(part, total - counted) * PROBE_COST) {
      count(part, lists[counted++]);
    }
    collect(part, total - counted);
    for (int i = counted; i < total && foundCount > FEW; i++) {
      boolean counts =
          lists[i].countWithin(windowStart, windowEnd) < (long) foundCount * PROBE_COST;
      if (counts) {
        count(part, lists[i]);
      } else {
        probe(part, lists[i]);
      }
      drop(part, total - i - 1);
    }
    for (int i = 0; i < foundCount; i++) {
      found[i] += windowStart;
    }
  }

  /** The lists of the query's grams, those first that have the fewest slots in the window. */
  private PostingList[] listsByLength(Part part) {
    PostingList[] lists = new PostingList[total];
    long[] order = new long[total];
    for (int i = 0; i < total; i++) {
      lists[i] = part.find(grams.key(i));
      order[i] = (long) lists[i].countWithin(windowStart, windowEnd) << 32 | i;
    }
    Arrays.sort(order);
    PostingList[] sorted = new PostingList[total];
    for (int i = 0; i < total; i++) {
      sorted[i] = lists[(int) order[i]];
    }
    return sorted;
  }

  /** {@code T(n)}: how many grams a text of {@code n} symbols must share. */
  private int shared(int n) {
    return grams.shared(Score.mostEdits(least, length, n), Math.max(0, n - length));
  }

  private int leastShared(Part part) {
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < part.lengths(); i++) {
      if (part.start(i) >= windowStart && part.start(i) < windowEnd) {
        fewest = Math.min(fewest, shared(part.length(i)));
      }
    }
    return fewest;
  }

  private void clear() {
    int size = windowEnd - windowStart;
    isWide = total > MOST_IN_BYTE;
    if (isWide) {
      if (wide.length < size) {
        wide = new short[size + size / 4];
      } else {
        Arrays.fill(wide, 0, size, (short) 0);
      }
    } else {
      int padded = size + Long.BYTES;
      if (narrow.length < padded) {
        narrow = new byte[padded + padded / 4];
      } else {
        Arrays.fill(narrow, 0, padded, (byte) 0);
      }
    }
  }

  private void count(Part part, PostingList list) {
    decoded +=
        isWide
            ? list.forEachRun(part.source(), windowStart, windowEnd, run, this::countWide)
            : list.count(part.source(), windowStart, windowEnd, narrow, run);
  }

  private void countWide(int[] slots, int n) {
    for (int i = 0; i < n; i++) {
      if (slots[i] >= windowStart && slots[i] < windowEnd) {
        wide[slots[i] - windowStart]++;
      }
    }
  }

  /** Takes up the places in the window that can reach their bound with the lists that are left. */
  private void collect(Part part, int left) {
    for (int i = 0; i < part.lengths(); i++) {
      if (part.start(i) >= windowStart && part.start(i) < windowEnd) {
        int from = part.start(i) - windowStart;
        int to = part.end(i) - windowStart;
        int needed = shared(part.length(i)) - left;
        if (needed <= 0) {
          for (int at = from; at < to; at++) {
            take(at);
          }
        } else if (isWide) {
          collectWide(from, to, needed);
        } else if (needed <= MOST_IN_BYTE + 1) {
          collectNarrow(from, to, needed);
        }
      }
    }
  }

  /** About how many places {@link #collect} would take up: a look at one in so many. */
  private long estimate(Part part, int left) {
    long taken = 0;
    for (int i = 0; i < part.lengths(); i++) {
      if (part.start(i) >= windowStart && part.start(i) < windowEnd) {
        int to = part.end(i) - windowStart;
        int needed = shared(part.length(i)) - left;
        long missing = 0x0101010101010101L * (128 - Math.min(128, Math.max(1, needed)));
        for (int at = part.start(i) - windowStart; at < to; at += SAMPLED * Long.BYTES) {
          if (isWide) {
            taken += wide[at] >= needed ? Long.BYTES : 0;
          } else {
            long eight = (long) LONGS.get(narrow, at);
            taken += Long.bitCount((eight + missing) & 0x8080808080808080L);
          }
        }
      }
    }
    return taken * SAMPLED;
  }

  private void collectWide(int from, int to, int needed) {
    for (int at = from; at < to; at++) {
      if (wide[at] >= needed) {
        take(at);
      }
    }
  }

  /** Eight counts at a time: adding what is missing from 128 sets the top bit of a byte. */
  private void collectNarrow(int from, int to, int needed) {
    long missing = 0x0101010101010101L * (128 - needed);
    for (int at = from; at < to; at += Long.BYTES) {
      long eight = (long) LONGS.get(narrow, at);
      long enough = (eight + missing) & 0x8080808080808080L;
      while (enough != 0) {
        int place = at + (Long.numberOfTrailingZeros(enough) >>> 3);
        if (place < to) {
          take(place);
        }
        enough &= enough - 1;
      }
    }
  }

  private void take(int place) {
    if (foundCount == found.length) {
      found = Arrays.copyOf(found, foundCount * 2);
    }
    found[foundCount++] = place;
  }

  /** Looks the candidates up in one more list. */
  private void probe(Part part, PostingList list) {
    if (hits.length < foundCount) {
      hits = new boolean[found.length];
    }
    for (int i = 0; i < foundCount; i++) {
      found[i] += windowStart;
    }
    decoded += list.probe(part.source(), found, foundCount, hits, run);
    for (int i = 0; i < foundCount; i++) {
      found[i] -= windowStart;
      if (hits[i]) {
        add(found[i]);
      }
    }
  }

  /** Drops the candidates that cannot reach their bound with the lists that are left. */
  private void drop(Part part, int left) {
    int kept = 0;
    int lengthIndex = 0;
    int needed = 0;
    int end = -1;
    for (int i = 0; i < foundCount; i++) {
      int place = found[i];
      while (place >= end) {
        end = part.end(lengthIndex) - windowStart;
        needed = shared(part.length(lengthIndex++)) - left;
      }
      if ((isWide ? wide[place] : narrow[place]) >= needed) {
        found[kept++] = place;
      }
    }
    foundCount = kept;
  }

  private void add(int place) {
    if (isWide) {
      wide[place]++;
    } else {
      narrow[place]++;
    }
  }
}
