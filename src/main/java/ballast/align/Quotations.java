package ballast.align;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * After which sentences of a text a quotation is still open. A translation changes words and
 * sentences, but seldom where somebody speaks. Immutable.
 */
final class Quotations {

  /** A quotation still open after more sentences without a mark than this was not one. */
  private static final int MAX_SENTENCES = 12;

  /** Indices in the array of open marks. */
  private static final int CURLY = 0;

  private static final int STRAIGHT = 1;
  private static final int CURLY_SINGLE = 2;
  private static final int STRAIGHT_SINGLE = 3;

  private static final String BEFORE_WORDS = "([{—–-";

  private final boolean[] open;
  private final int[] opened;

  private Quotations(boolean[] open, int[] opened) {
    this.open = open;
    this.opened = opened;
  }

  static Quotations of(TextSide side) {
    return of(IntStream.range(0, side.size()).mapToObj(side::text).toList());
  }

  static Quotations of(List<String> sentences) {
    boolean[] open = new boolean[sentences.size()];
    int[] opened = new int[sentences.size() + 1];
    boolean[] marks = new boolean[4];
    int quiet = 0;
    for (int i = 0; i < open.length; i++) {
      int found = read(sentences.get(i), marks);
      opened[i + 1] = opened[i] + found;
      open[i] = marks[0] || marks[1] || marks[2] || marks[3];
      quiet = open[i] && found == 0 ? quiet + 1 : 0;
      if (quiet > MAX_SENTENCES) {
        Arrays.fill(marks, false);
        open[i] = false;
        quiet = 0;
      }
    }
    return new Quotations(open, opened);
  }

  /** Whether the text has any quotation. */
  boolean any() {
    return opened[open.length] > 0;
  }

  /** Whether a quotation is open after a sentence; false for -1. */
  boolean openAfter(int sentence) {
    return sentence >= 0 && open[sentence];
  }

  /** How many quotations open in the sentences from {@code start} up to {@code end}, exclusive. */
  int opened(int start, int end) {
    return opened[end] - opened[start];
  }

  /** Reads a sentence and updates the open marks; returns how many quotations it opens. */
  private static int read(String text, boolean[] marks) {
    int count = 0;
    for (int k = 0; k < text.length(); k++) {
      switch (text.charAt(k)) {
        case '“', '「', '『' -> count += open(marks, CURLY);
        case '”', '」', '』' -> marks[CURLY] = false;
        case '"' -> {
          if (marks[STRAIGHT]) {
            marks[STRAIGHT] = false;
          } else {
            count += open(marks, STRAIGHT);
          }
        }
        case '‘' -> count += open(marks, CURLY_SINGLE);
        case '’' -> marks[CURLY_SINGLE] &= isInWord(text, k);
        case '\'' -> {
          if (opensWords(text, k)) {
            count += open(marks, STRAIGHT_SINGLE);
          } else {
            marks[STRAIGHT_SINGLE] &= isInWord(text, k);
          }
        }
        default -> {}
      }
    }
    return count;
  }

  private static int open(boolean[] marks, int mark) {
    int opens = marks[mark] ? 0 : 1;
    marks[mark] = true;
    return opens;
  }

  /** Whether an apostrophe stands between letters, as in a contraction. */
  private static boolean isInWord(String text, int k) {
    return k > 0
        && k + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(k - 1))
        && Character.isLetterOrDigit(text.charAt(k + 1));
  }

  private static boolean opensWords(String text, int k) {
    boolean begins =
        k == 0
            || Character.isWhitespace(text.charAt(k - 1))
            || BEFORE_WORDS.indexOf(text.charAt(k - 1)) >= 0;
    return begins && k + 1 < text.length() && !Character.isWhitespace(text.charAt(k + 1));
  }
}
