package ballast.likeness.index;

import java.util.Arrays;

/**
 * The lists of a query's grams with their weights (see {@link Grams}). Reused from search to
 * search; for one thread.
 */
final class QueryLists {

  private PostingList[] lists = new PostingList[1 << 7];
  private int[] weights = new int[1 << 7];
  private int size;
  private int weight;

  /** Removes all lists. */
  void clear() {
    Arrays.fill(lists, 0, size, null);
    size = 0;
    weight = 0;
  }

  void add(PostingList list, int weighing) {
    if (size == lists.length) {
      lists = Arrays.copyOf(lists, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    lists[size] = list;
    weights[size++] = weighing;
    weight += weighing;
  }

  int size() {
    return size;
  }

  PostingList list(int index) {
    return lists[index];
  }

  int weight(int index) {
    return weights[index];
  }

  /** The total weight of the lists. */
  int weight() {
    return weight;
  }
}
