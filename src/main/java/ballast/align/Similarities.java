package ballast.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Sentences of two texts that share rare words, numbers or names: a few candidates for each left
 * sentence, from an inverted index. Immutable.
 *
 * @param points the candidates, by rising left position, then right position
 */
record Similarities(List<Point> points) {

  /**
   * @param weight similarity of the two sentences, above 0; around 1 for a likely pair
   */
  record Point(int left, int right, double weight) {}

  Similarities {
    points = List.copyOf(points);
  }

  /**
   * The chain of points with the greatest sum of weights that rises strictly on both sides, found
   * with a Fenwick tree of maxima.
   */
  List<Point> chain(int columns) {
    double[] best = new double[points.size()];
    int[] predecessor = new int[points.size()];
    int[] tree = new int[columns + 2];
    Arrays.fill(tree, -1);
    int last = -1;
    int from = 0;
    for (int k = 0; k < points.size(); k++) {
      Point point = points.get(k);
      // Points of one row enter the tree together, so that none follows another one of its row.
      if (point.left() != points.get(from).left()) {
        for (; from < k; from++) {
          insert(tree, points.get(from).right() + 1, from, best);
        }
      }
      predecessor[k] = query(tree, point.right(), best);
      best[k] = point.weight() + (predecessor[k] < 0 ? 0 : best[predecessor[k]]);
      last = last < 0 || best[k] > best[last] ? k : last;
    }
    List<Point> chain = new ArrayList<>();
    for (int k = last; k >= 0; k = predecessor[k]) {
      chain.add(points.get(k));
    }
    Collections.reverse(chain);
    return chain;
  }

  private static void insert(int[] tree, int at, int point, double[] best) {
    for (int i = at; i < tree.length; i += i & -i) {
      if (tree[i] < 0 || best[point] > best[tree[i]]) {
        tree[i] = point;
      }
    }
  }

  private static int query(int[] tree, int to, double[] best) {
    int found = -1;
    for (int i = to; i > 0; i -= i & -i) {
      if (tree[i] >= 0 && (found < 0 || best[tree[i]] > best[found])) {
        found = tree[i];
      }
    }
    return found;
  }
}
