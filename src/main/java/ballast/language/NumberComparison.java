package ballast.language;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of two texts held against each other, each as often as it occurs.
 *
 * @param onlyInFirst those of the first text that the second has not, or not as often; in order
 * @param onlyInSecond the other way round
 */
public record NumberComparison(List<NumberValue> onlyInFirst, List<NumberValue> onlyInSecond) {

  /** Compares by {@link NumberValue#isSameAs}; vague numbers are compared as well. */
  public static NumberComparison of(List<NumberValue> first, List<NumberValue> second) {
    List<NumberValue> onlyInFirst = new ArrayList<>();
    List<NumberValue> onlyInSecond = new ArrayList<>(second);
    for (NumberValue number : first) {
      int same = 0;
      while (same < onlyInSecond.size() && !number.isSameAs(onlyInSecond.get(same))) {
        same++;
      }
      if (same < onlyInSecond.size()) {
        onlyInSecond.remove(same);
      } else {
        onlyInFirst.add(number);
      }
    }
    return new NumberComparison(List.copyOf(onlyInFirst), List.copyOf(onlyInSecond));
  }
}
