package ballast.likeness.index;

import java.util.Arrays;

/**
 * The slots that may still match, rising, each with the weight of the lists in which it was found.
 * Reused from search to search; for one thread.
 */
final class Candidates {

  /** Up to this many are cheaper to compare than to look up in further lists. */
  private static final int MAX_COMPARED = 4;

  private final ListProbe probe = new ListProbe();
  private int[] slots = new int[1 << 10];
  private int[] tally = new int[1 << 10];
  private boolean[] hits = new boolean[1 << 10];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int slot(int index) {
    return slots[index];
  }

  /**
   * Adds a slot above the previous ones.
   *
   * @param weight total weight of the lists in which it was found
   */
  void add(int slot, int weight) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, size * 2);
      tally = Arrays.copyOf(tally, size * 2);
    }
    slots[size] = slot;
    tally[size++] = weight;
  }

  /**
   * Looks the candidates up in the lists from {@code first} on, in order of cost, and drops those
   * that cannot reach their bound, as long as this saves time.
   *
   * @param left total weight of these lists
   * @return how many slots were decoded
   */
  long lookUp(QueryLists lists, int first, int left, Window window) {
    long decoded = 0;
    int remaining = left;
    for (int i = first; i < lists.size() && size > MAX_COMPARED; i++) {
      decoded += look(lists.list(i), lists.weight(i), window.part().source());
      remaining -= lists.weight(i);
      drop(window, remaining);
    }
    return decoded;
  }

  /** Looks all candidates up in one more list; returns the number of slots decoded. */
  private int look(PostingList list, int weight, BlockSource blocks) {
    if (hits.length < size) {
      hits = new boolean[slots.length];
    }
    int decoded = probe.find(list, blocks, slots, size, hits);
    for (int i = 0; i < size; i++) {
      if (hits[i]) {
        tally[i] += weight;
      }
    }
    return decoded;
  }

  /**
   * Drops those that cannot reach their bound.
   *
   * @param left total weight of the remaining lists
   */
  void drop(Window window, int left) {
    IndexPart part = window.part();
    Bound bound = window.bound();
    int kept = 0;
    int index = size == 0 ? 0 : part.lengthOf(slots[0]);
    int end = part.end(index);
    int needed = bound.shared(part.length(index)) - left;
    for (int i = 0; i < size; i++) {
      while (slots[i] >= end) {
        index++;
        end = part.end(index);
        needed = bound.shared(part.length(index)) - left;
      }
      if (tally[i] >= needed) {
        slots[kept] = slots[i];
        tally[kept++] = tally[i];
      }
    }
    size = kept;
  }
}
