package ballast.language.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which pairs are reported: by new position, a removed sentence after the one that it
 * followed.
 */
public final class PairOrder {

  private PairOrder() {}

  /** The same pairs in order. */
  public static List<Pair> sorted(List<Pair> pairs) {
    Map<Integer, Integer> newEnds = new HashMap<>();
    for (Pair pair : pairs) {
      for (int i = pair.old().start(); !pair.revised().isEmpty() && i < pair.old().end(); i++) {
        if (!pair.moved()) {
          newEnds.put(i, pair.revised().start());
        }
      }
    }
    Map<Pair, Integer> places = new HashMap<>();
    int last = -1;
    List<Pair> byOld = new ArrayList<>(pairs);
    byOld.sort(Comparator.comparingInt(pair -> pair.old().start()));
    for (Pair pair : byOld) {
      if (pair.old().isEmpty()) {
        continue;
      }
      if (!pair.revised().isEmpty()) {
        last = newEnds.getOrDefault(pair.old().start(), last);
      } else {
        places.put(pair, last);
      }
    }
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(
        Comparator.<Pair>comparingInt(
                pair ->
                    pair.revised().isEmpty()
                        ? places.getOrDefault(pair, -1)
                        : pair.revised().start())
            .thenComparing(pair -> pair.revised().isEmpty())
            .thenComparingInt(pair -> pair.old().start()));
    return sorted;
  }
}
