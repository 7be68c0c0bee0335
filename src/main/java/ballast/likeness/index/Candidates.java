package ballast.likeness.index;

import java.util.Arrays;

/**
 * The slots that may still match, rising, each with what the lists weigh that it has been found in.
 * Reused from search to search; for one thread.
 */
final class Candidates {

  /** So few are cheaper to compare than to look up in further lists. */
  private static final int FEW = 4;

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
   * Adds a slot, above those before.
   *
   * @param weight of the lists that it has been found in
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
   * Looks them up in the lists from {@code first} on, which are in order of what that costs, and
   * drops those that cannot reach their bound, as long as it is worth it.
   *
   * @param left what these lists weigh
   * @return how many slots were decoded
   */
  long lookUp(QueryLists lists, int first, int left, Window window) {
    long decoded = 0;
    int rest = left;
    for (int i = first; i < lists.size() && size > FEW; i++) {
      decoded += look(lists.list(i), lists.weight(i), window.part().source());
      rest -= lists.weight(i);
      drop(window, rest);
    }
    return decoded;
  }

  /** Looks all up in one more list; returns how many slots were decoded. */
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
   * @param left what the lists weigh that they have not been looked up in
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
