package ballast.align;

import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The evidence of numbers for or against a bead: how many of them are on both sides and how many on
 * one only, each value once.
 *
 * <p>This class decides which numbers are evidence: all but the vague ones (几十, "hundreds"), which
 * are translated freely. Small numbers count as well: without them documents with noise are aligned
 * worse.
 *
 * @param shared numbers of the left side that are on the right side too
 * @param onlyLeft the other numbers of the left side
 * @param onlyRight numbers of the right side that are not on the left side
 */
record NumberEvidence(int shared, int onlyLeft, int onlyRight) {

  /**
   * At most this many numbers of a sentence are evidence; a table without line breaks has
   * thousands.
   */
  private static final int MAX_NUMBERS = 200;

  /** The numbers of a sentence that are evidence, in order, with repeats. */
  static List<NumberValue> read(String sentence) {
    return NumberReader.read(sentence).stream()
        .filter(number -> !number.isVague())
        .limit(MAX_NUMBERS)
        .toList();
  }

  /**
   * Compares by {@link NumberValue#isSameAs}.
   *
   * @param left numbers of the left side, no two with one key
   * @param right those of the right side
   */
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
