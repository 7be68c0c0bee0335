package ballast.align;

import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What numbers say for or against a bead: how many of them both sides name, and how many only one
 * does, each value once.
 *
 * <p>Which numbers are evidence is decided here and nowhere else: all but the vague ones (几十,
 * "hundreds"), with which translators are free. Small numbers count as well: without them documents
 * with noise are aligned worse.
 *
 * @param shared numbers of the left side that the right side names too
 * @param onlyLeft the other numbers of the left side
 * @param onlyRight numbers of the right side that the left one does not name
 */
record NumberEvidence(int shared, int onlyLeft, int onlyRight) {

  /** Of a huge sentence only so many numbers are evidence: a table without line breaks. */
  private static final int MOST = 200;

  /** The numbers of a sentence that are evidence, in order, with repeats. */
  static List<NumberValue> read(String sentence) {
    return NumberReader.read(sentence).stream()
        .filter(number -> !number.isVague())
        .limit(MOST)
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
