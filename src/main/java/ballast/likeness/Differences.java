package ballast.likeness;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The differences of two texts: the deletions, insertions and replacements of a shortest edit.
 *
 * @param left spans of the first raw text, in UTF-16 units, in order, none empty
 * @param right spans of the second raw text, likewise
 */
public record Differences(List<Span> left, List<Span> right) {

  /** Maximum table size; beyond it, everything between the common ends counts as different. */
  private static final long MAX_CELLS = 4_000_000;

  private static final byte SAME = 0;
  private static final byte REPLACED = 1;
  private static final byte LEFT_ONLY = 2;
  private static final byte RIGHT_ONLY = 3;

  public Differences {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  public static Differences between(Symbols left, Symbols right) {
    int shorter = Math.min(left.size(), right.size());
    int head = 0;
    while (head < shorter && left.same(head, right, head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && left.same(left.size() - 1 - tail, right, right.size() - 1 - tail)) {
      tail++;
    }
    int rows = left.size() - head - tail;
    int columns = right.size() - head - tail;
    boolean[] changedLeft = new boolean[left.size()];
    boolean[] changedRight = new boolean[right.size()];
    // Also if one side is used up: the rest of the other was inserted.
    if (rows == 0 || columns == 0 || (rows + 1L) * (columns + 1L) > MAX_CELLS) {
      Arrays.fill(changedLeft, head, head + rows, true);
      Arrays.fill(changedRight, head, head + columns, true);
    } else {
      byte[][] steps = steps(left, right, head, rows, columns);
      int i = rows;
      int j = columns;
      while (i > 0 || j > 0) {
        byte step = steps[i][j];
        boolean changed = step != SAME;
        if (step != RIGHT_ONLY) {
          changedLeft[head + --i] = changed;
        }
        if (step != LEFT_ONLY) {
          changedRight[head + --j] = changed;
        }
      }
    }
    return new Differences(spans(left, changedLeft), spans(right, changedRight));
  }

  /** Returns the last step to each cell of the table of Wagner and Fischer (1974). */
  private static byte[][] steps(Symbols left, Symbols right, int from, int rows, int columns) {
    byte[][] steps = new byte[rows + 1][columns + 1];
    int[] above = new int[columns + 1];
    int[] current = new int[columns + 1];
    for (int j = 1; j <= columns; j++) {
      above[j] = j;
      steps[0][j] = RIGHT_ONLY;
    }
    for (int i = 1; i <= rows; i++) {
      current[0] = i;
      byte[] row = steps[i];
      row[0] = LEFT_ONLY;
      int hash = left.hash(from + i - 1);
      for (int j = 1; j <= columns; j++) {
        boolean same =
            right.hash(from + j - 1) == hash && left.same(from + i - 1, right, from + j - 1);
        int best = above[j - 1] + (same ? 0 : 1);
        byte step = same ? SAME : REPLACED;
        if (above[j] + 1 < best) {
          best = above[j] + 1;
          step = LEFT_ONLY;
        }
        if (current[j - 1] + 1 < best) {
          best = current[j - 1] + 1;
          step = RIGHT_ONLY;
        }
        current[j] = best;
        row[j] = step;
      }
      int[] swap = above;
      above = current;
      current = swap;
    }
    return steps;
  }

  private static List<Span> spans(Symbols text, boolean[] changed) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < changed.length) {
      int end = at;
      while (end < changed.length && changed[end]) {
        end++;
      }
      if (end > at) {
        spans.add(text.span(at, end - 1));
      }
      at = end + 1;
    }
    return spans;
  }
}
