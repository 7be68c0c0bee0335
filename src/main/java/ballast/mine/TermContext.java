package ballast.mine;

import java.util.ArrayList;
import java.util.List;

/**
 * An occurrence of a term with the Han characters around it. Positions count code points.
 *
 * @param text the term with at most {@link #REACH} characters and one more on either side, in
 *     simplified characters
 * @param written the same characters as in the text
 * @param before number of characters before the term
 * @param after number of characters after it
 * @param beforeEnds bit n: a word begins n characters before the term
 * @param afterEnds bit n: a word ends n characters after the term
 */
record TermContext(
    String text, String written, int before, int after, int beforeEnds, int afterEnds) {

  /** Maximum characters of a phrase before a term, and after it. */
  static final int REACH = 4;

  /** Maximum words before a term, and after it. */
  private static final int MAX_WORDS = 2;

  /**
   * @param text in simplified characters
   * @param written as in the text
   * @param left the character before it; 0 if there is none or it is a function word
   * @param right the character after it; 0 as for {@code left}
   */
  record Phrase(String text, String written, int left, int right) {}

  /** The phrases that begin and end at word boundaries, without function words next to the term. */
  List<Phrase> phrases() {
    List<Integer> starts = edges(beforeEnds, before, this::isPartBefore);
    List<Integer> ends = edges(afterEnds, after, this::isPartAfter);
    List<Phrase> phrases = new ArrayList<>();
    for (int start : starts) {
      for (int end : ends) {
        if (start + end > 0) {
          int from = before - start;
          int to = length() - after + end;
          phrases.add(
              new Phrase(
                  part(text, from, to),
                  part(written, from, to),
                  neighbour(before - start - 1, (beforeEnds & 2 << start) != 0),
                  neighbour(length() - after + end, (afterEnds & 2 << end) != 0)));
        }
      }
    }
    return phrases;
  }

  private interface Outermost {
    boolean test(int inner, int outer);
  }

  private static List<Integer> edges(int mask, int maxWidth, Outermost outermost) {
    List<Integer> edges = new ArrayList<>();
    int inner = 0;
    for (int n = 0; n <= Math.min(REACH, maxWidth) && edges.size() <= MAX_WORDS; n++) {
      if ((mask & 1 << n) != 0) {
        if (n > 0 && !outermost.test(inner, n)) {
          break;
        }
        edges.add(n);
        inner = n;
      }
    }
    return edges;
  }

  private boolean isPartBefore(int inner, int outer) {
    return isOfTerms(before - outer, before - inner);
  }

  private boolean isPartAfter(int inner, int outer) {
    int to = length() - after;
    return isOfTerms(to + inner, to + outer);
  }

  private boolean isOfTerms(int from, int to) {
    return MiningTexts.isOfTerms(part(text, from, to), part(written, from, to));
  }

  /**
   * @param word whether the character is a word by itself
   */
  private int neighbour(int position, boolean word) {
    if (position < 0 || position >= length()) {
      return 0;
    }
    return word && !isOfTerms(position, position + 1)
        ? 0
        : part(text, position, position + 1).codePointAt(0);
  }

  private int length() {
    return text.codePointCount(0, text.length());
  }

  private static String part(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }
}
