package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of reported pairs: by new position, with a removed sentence after its predecessor. */
public final class PairOrder {

  private PairOrder() {}

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

  /**
   * Corresponding sentences of the old and the new version.
   *
   * @param old positions in the old version; empty when the new sentence was added
   * @param revised positions in the new version; empty when the old sentence was removed
   * @param similarity likeness of the two sides, in [0, 1]; 0 if one side is empty
   * @param moved whether its position among the other sentences has changed
   */
  public record Pair(Range old, Range revised, double similarity, boolean moved) {

    public Pair {
      if (old.isEmpty() && revised.isEmpty()) {
        throw new IllegalArgumentException("a pair needs a sentence");
      }
    }

    public boolean isOneSided() {
      return old.isEmpty() || revised.isEmpty();
    }
  }
}
