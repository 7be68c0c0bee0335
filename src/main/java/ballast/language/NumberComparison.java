package ballast.language;

import ballast.language.NumberValue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the numbers of two texts, counting their occurrences.
 *
 * @param onlyInFirst the numbers that are more frequent in the first text, in order
 * @param onlyInSecond the numbers that are more frequent in the second text, in order
 */
public record NumberComparison(List<NumberValue> onlyInFirst, List<NumberValue> onlyInSecond) {

  /** Maximum comparisons of one number with another; only a list or a table needs more. */
  private static final int MAX_COMPARISONS = 40_000;

  /**
   * Compares by {@link NumberValue#isSameAs}, very many numbers by their keys only. Vague numbers
   * are compared, too. A date named by its digits (二二八) equals its month and its day.
   */
  public static NumberComparison of(List<NumberValue> first, List<NumberValue> second) {
    if ((long) first.size() * second.size() > MAX_COMPARISONS) {
      return new NumberComparison(surplus(first, second), surplus(second, first));
    }
    List<NumberValue> left = new ArrayList<>();
    List<NumberValue> right = new ArrayList<>(second);
    for (NumberValue number : first) {
      if (!remove(number, right)) {
        left.add(number);
      }
    }
    left.removeIf(number -> number.kind() == Kind.DATE_NAME && removeDate(number, right));
    right.removeIf(number -> number.kind() == Kind.DATE_NAME && removeDate(number, left));
    return new NumberComparison(List.copyOf(left), List.copyOf(right));
  }

  private static List<NumberValue> surplus(List<NumberValue> some, List<NumberValue> others) {
    Map<String, Integer> counts = new HashMap<>();
    others.forEach(other -> counts.merge(other.key(), 1, Integer::sum));
    return some.stream()
        .filter(number -> counts.merge(number.key(), -1, Integer::sum) < 0)
        .toList();
  }

  private static boolean remove(NumberValue number, List<NumberValue> others) {
    for (int i = 0; i < others.size(); i++) {
      NumberValue other = others.get(i);
      boolean date = number.kind() == Kind.DATE_NAME || other.kind() == Kind.DATE_NAME;
      if (date ? number.key().equals(other.key()) : number.isSameAs(other)) {
        others.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean removeDate(NumberValue name, List<NumberValue> others) {
    boolean found = false;
    for (Kind part : List.of(Kind.MONTH, Kind.DAY)) {
      for (int i = 0; i < others.size(); i++) {
        if (others.get(i).kind() == part && name.isSameAs(others.get(i))) {
          others.remove(i);
          found = true;
          break;
        }
      }
    }
    return found;
  }
}
