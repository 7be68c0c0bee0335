package ballast.revise;

import ballast.language.ChineseWords;
import ballast.language.WhiteSpace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The amount of change: the minimum number of words (or characters) to insert, delete or replace,
 * counted as in translation edit rate (Snover et al. 2006), without shifts. Words are English
 * words, numbers, marks and Chinese words. White space does not count.
 *
 * @param edits number of words to change
 * @param words number of words in the longer text
 * @param characterEdits number of characters to change, in code points
 * @param characters number of characters in the longer text, in code points
 */
public record EditRate(long edits, long words, long characterEdits, long characters) {

  public static final EditRate NONE = new EditRate(0, 0, 0, 0);

  /**
   * Maximum cells of the distance table. Beyond it, an upper bound replaces the distance: each edit
   * counts with its longer side.
   */
  private static final long MAX_CELLS = 16_000_000;

  /** Returns the share of words changed, from 0 to 1. */
  public double rate() {
    return words == 0 ? 0 : (double) edits / words;
  }

  /** Returns the share of characters changed, from 0 to 1. */
  public double characterRate() {
    return characters == 0 ? 0 : (double) characterEdits / characters;
  }

  public EditRate plus(EditRate other) {
    return new EditRate(
        edits + other.edits,
        words + other.words,
        characterEdits + other.characterEdits,
        characters + other.characters);
  }

  /**
   * Computes the rate of one pair.
   *
   * @param edits from {@link WordDiff}, used if the texts are too long to count exactly
   */
  static EditRate of(String before, String after, List<Edit> edits, ChineseWords words) {
    Map<String, Integer> codes = new HashMap<>();
    int[] a = WordDiff.codes(Tokens.of(before, words), codes);
    int[] b = WordDiff.codes(Tokens.of(after, words), codes);
    int[] aPoints = visible(before);
    int[] bPoints = visible(after);
    return new EditRate(
        distance(a, b, edits, text -> Tokens.of(text, words).size()),
        Math.max(a.length, b.length),
        distance(aPoints, bPoints, edits, text -> visible(text).length),
        Math.max(aPoints.length, bPoints.length));
  }

  EditRate withoutEdits() {
    return new EditRate(0, words, 0, characters);
  }

  static EditRate ofSame(String text, ChineseWords words) {
    return new EditRate(0, Tokens.of(text, words).size(), 0, visible(text).length);
  }

  private static int[] visible(String text) {
    return text.codePoints().filter(c -> !WhiteSpace.isSpace(c)).toArray();
  }

  private static long distance(int[] a, int[] b, List<Edit> edits, ToLongFunction<String> size) {
    int start = 0;
    while (start < a.length && start < b.length && a[start] == b[start]) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.length, b.length) - start
        && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    int[] left = Arrays.copyOfRange(a, start, a.length - end);
    int[] right = Arrays.copyOfRange(b, start, b.length - end);
    if ((long) left.length * right.length > MAX_CELLS) {
      return edits.stream()
          .mapToLong(e -> Math.max(size.applyAsLong(e.oldText()), size.applyAsLong(e.newText())))
          .sum();
    }
    return levenshtein(left, right);
  }

  private static int levenshtein(int[] a, int[] b) {
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length];
  }

  public enum Band {
    NONE("0"),
    SMALL("1-10"),
    SOME("11-30"),
    MUCH("31-60"),
    MOST("61-100");

    private final String label;

    Band(String label) {
      this.label = label;
    }

    /** Returns the range in percent: {@code 11-30}. */
    public String label() {
      return label;
    }

    public static Band of(double rate) {
      double percent = rate * 100;
      if (percent <= 0) {
        return NONE;
      }
      if (percent <= 10) {
        return SMALL;
      }
      if (percent <= 30) {
        return SOME;
      }
      return percent <= 60 ? MUCH : MOST;
    }
  }
}
