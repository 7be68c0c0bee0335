package ballast.language;

import ballast.language.NumberValue.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the numbers of two texts, each as often as it occurs.
 *
 * @param onlyInFirst the numbers of the first text that the second lacks or has less often, in
 *     order
 * @param onlyInSecond the numbers of the second text that the first lacks or has less often, in
 *     order
 */
public record NumberComparison(List<NumberValue> onlyInFirst, List<NumberValue> onlyInSecond) {

  /**
   * Compares by {@link NumberValue#isSameAs}; vague numbers are compared too. A date named by its
   * digits (二二八) equals its month and its day.
   */
  public static NumberComparison of(List<NumberValue> first, List<NumberValue> second) {
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
