package ballast.align;

import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The evidence of numbers for or against a bead: the count of numbers on both sides and on one side
 * only, each value once.
 *
 * <p>All numbers are evidence except the vague ones (几十, "hundreds"), which are translated freely.
 * Small numbers count as well, because without them documents with noise are aligned worse.
 */
record NumberEvidence(int shared, int onlyLeft, int onlyRight) {

  /** Maximum numbers of a sentence that are evidence; a table without line breaks has thousands. */
  private static final int MAX_NUMBERS = 200;

  static List<NumberValue> read(String sentence) {
    return NumberReader.read(sentence).stream()
        .filter(number -> !number.isVague())
        .limit(MAX_NUMBERS)
        .toList();
  }

  /** Compares by {@link NumberValue#isSameAs}. On neither side may two numbers share a key. */
  static NumberEvidence of(List<NumberValue> left, List<NumberValue> right) {
    int onlyLeft = missing(left, right);
    return new NumberEvidence(left.size() - onlyLeft, onlyLeft, missing(right, left));
  }

  private static int missing(List<NumberValue> some, List<NumberValue> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.size();
    }
    Set<String> keys = new HashSet<>();
    others.forEach(other -> keys.add(other.key()));
    int missing = 0;
    for (NumberValue number : some) {
      missing += !keys.contains(number.key()) && number.isMissingIn(others) ? 1 : 0;
    }
    return missing;
  }
}
