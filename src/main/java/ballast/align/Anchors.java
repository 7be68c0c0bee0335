package ballast.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the same rare token (a number, a Latin name) stands in both texts. Immutable.
 *
 * @param points all such places, by rising left position, then right position
 */
record Anchors(List<Point> points) {

  /**
   * Two sentences that share rare tokens.
   *
   * @param left position of the left sentence
   * @param right position of the right sentence
   * @param weight how telling, nats; above 0
   */
  record Point(int left, int right, double weight) {}

  /** A token in more sentences than this on one side says little about where it belongs. */
  private static final int RARE = 12;

  Anchors {
    points = List.copyOf(points);
  }

  static Anchors between(Side left, Side right) {
    Map<String, List<Integer>> leftPlaces = places(left);
    Map<String, List<Integer>> rightPlaces = places(right);
    Map<Long, Double> weights = new HashMap<>();
    leftPlaces.forEach(
        (token, is) -> {
          List<Integer> js = rightPlaces.getOrDefault(token, List.of());
          if (is.size() > RARE || js.size() > RARE || js.isEmpty()) {
            return;
          }
          double weight = Math.log(1 + (double) right.size() / js.size()) / is.size();
          for (int i : is) {
            for (int j : js) {
              weights.merge((long) i << 32 | j, weight, Double::sum);
            }
          }
        });
    List<Point> points = new ArrayList<>();
    weights.forEach(
        (key, weight) -> points.add(new Point((int) (key >>> 32), key.intValue(), weight)));
    points.sort(Comparator.comparingInt(Point::left).thenComparingInt(Point::right));
    return new Anchors(points);
  }

  private static Map<String, List<Integer>> places(Side side) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < side.size(); i++) {
      for (String token : side.sentences().get(i).tokens()) {
        List<Integer> list = places.computeIfAbsent(token, key -> new ArrayList<>(1));
        if (list.size() <= RARE) {
          list.add(i);
        }
      }
    }
    return places;
  }

  /** The heaviest chain of points that rises strictly on both sides (Fenwick tree of maxima). */
  List<Point> chain(int columns) {
    double[] best = new double[points.size()];
    int[] before = new int[points.size()];
    int[] tree = new int[columns + 2];
    Arrays.fill(tree, -1);
    int last = -1;
    int from = 0;
    for (int k = 0; k < points.size(); k++) {
      Point point = points.get(k);
      // Points of one row enter the tree together, so that none follows another of its own row.
      if (point.left() != points.get(from).left()) {
        for (; from < k; from++) {
          insert(tree, points.get(from).right() + 1, from, best);
        }
      }
      before[k] = query(tree, point.right(), best);
      best[k] = point.weight() + (before[k] < 0 ? 0 : best[before[k]]);
      last = last < 0 || best[k] > best[last] ? k : last;
    }
    List<Point> chain = new ArrayList<>();
    for (int k = last; k >= 0; k = before[k]) {
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
