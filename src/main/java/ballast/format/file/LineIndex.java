package ballast.format.file;

import java.util.Arrays;

/**
 * Lines and columns of a decoded file. Lines end with LF, CR or CRLF, as in editors; columns are
 * code points. Built in one pass; each query counts at most {@value #STEP} characters, however long
 * the line.
 */
public final class LineIndex {

  private static final int STEP = 1024;

  private final String text;
  private int[] lineStarts = new int[64];
  private int lines = 1;
  private final int[] codePointsBefore;

  public LineIndex(String text) {
    this.text = text;
    this.codePointsBefore = new int[text.length() / STEP + 1];
    int codePoints = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i % STEP == 0) {
        codePointsBefore[i / STEP] = codePoints;
      }
      char c = text.charAt(i);
      if (!isSecondHalf(i)) {
        codePoints++;
      }
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        addLine(i + 1);
      }
    }
  }

  /** 1-based line of the character at {@code offset}, UTF-16 units, at most the text's length. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, 0, lines, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** 1-based column, in code points, of the character at {@code offset}. */
  public int column(int offset) {
    return codePoints(offset) - codePoints(lineStarts[line(offset) - 1]) + 1;
  }

  /** Returns the offset of a 1-based line and column; -1 if the text has no such place. */
  public int offset(int line, int column) {
    if (line > lines || codePoints(text.length()) - codePoints(lineStarts[line - 1]) < column - 1) {
      return -1;
    }
    return text.offsetByCodePoints(lineStarts[line - 1], column - 1);
  }

  private int codePoints(int offset) {
    int block = Math.min(offset / STEP, codePointsBefore.length - 1);
    int count = codePointsBefore[block];
    for (int i = block * STEP; i < offset; i++) {
      if (!isSecondHalf(i)) {
        count++;
      }
    }
    return count;
  }

  private boolean isSecondHalf(int i) {
    return Character.isLowSurrogate(text.charAt(i))
        && i > 0
        && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private void addLine(int start) {
    if (lines == lineStarts.length) {
      lineStarts = Arrays.copyOf(lineStarts, lines * 2);
    }
    lineStarts[lines++] = start;
  }
}
