package ballast.align;

import java.util.List;

/**
 * The cells of the lattice that a search visits: for each row (left sentences consumed) a range of
 * columns (right sentences consumed).
 *
 * <p>Contains the two corners, and each row begins within the columns of the previous row. A path
 * of one-sided beads therefore always exists; in a band {@link #through} pairs, a path of these
 * pairs and one-sided beads. Immutable.
 */
final class Band {

  private final int[] low;
  private final int[] high;
  private final long[] offset;
  private final int columns;

  private Band(int[] low, int[] high, int columns) {
    this.low = low;
    this.high = high;
    this.columns = columns;
    this.offset = new long[low.length + 1];
    for (int i = 0; i < low.length; i++) {
      offset[i + 1] = offset[i] + high[i] - low[i] + 1;
    }
  }

  static Band full(int rows, int columns) {
    int[] low = new int[rows + 1];
    int[] high = new int[rows + 1];
    java.util.Arrays.fill(high, columns);
    return new Band(low, high, columns);
  }

  /**
   * The cells at most {@code reach} columns, or a quarter as many rows, from a path.
   *
   * @param path tiles both sides
   */
  static Band around(List<Link> path, int rows, int columns, int reach) {
    int[] first = new int[rows + 1];
    int[] last = new int[rows + 1];
    java.util.Arrays.fill(first, Integer.MAX_VALUE);
    touch(first, last, 0, 0);
    for (Link link : path) {
      for (int i = link.left().start(); i <= link.left().end(); i++) {
        touch(first, last, i, link.right().start());
        touch(first, last, i, link.right().end());
      }
    }
    return widened(first, last, columns, reach);
  }

  private static void touch(int[] first, int[] last, int row, int column) {
    first[row] = Math.min(first[row], column);
    last[row] = Math.max(last[row], column);
  }

  /** Widens a monotone path, given as its first and last column in each row, on all sides. */
  static Band widened(int[] first, int[] last, int columns, int reach) {
    int rows = first.length - 1;
    int[] low = new int[rows + 1];
    int[] high = new int[rows + 1];
    // Along a diagonal, columns are enough. Where the path runs level, rows are needed as well.
    int slack = Math.max(1, reach / 4);
    for (int i = 0; i <= rows; i++) {
      low[i] = Math.max(0, first[Math.max(0, i - slack)] - reach);
      high[i] = Math.min(columns, last[Math.min(rows, i + slack)] + reach);
    }
    low[0] = 0;
    high[rows] = columns;
    for (int i = 1; i <= rows; i++) {
      high[i] = Math.max(high[i], high[i - 1]);
      low[i] = Math.min(Math.max(low[i], low[i - 1]), high[i - 1]);
    }
    return new Band(low, high, columns);
  }

  /**
   * Restricts this band so that every path contains all given pairs of sentences.
   *
   * @param left positions of left sentences, strictly rising
   * @param right their right sentences, strictly rising
   */
  Band through(int[] left, int[] right) {
    int[] from = new int[low.length];
    int[] to = new int[low.length];
    int row = 0;
    int column = 0;
    for (int k = 0; k <= left.length; k++) {
      int lastRow = k < left.length ? left[k] : rows();
      int lastColumn = k < left.length ? right[k] : columns;
      for (int i = row; i <= lastRow; i++) {
        from[i] = Math.max(column, Math.min(lastColumn, low[i]));
        to[i] = Math.max(column, Math.min(lastColumn, high[i]));
      }
      from[row] = column;
      to[lastRow] = lastColumn;
      row = lastRow + 1;
      column = lastColumn + 1;
    }
    return new Band(from, to, columns);
  }

  int rows() {
    return low.length - 1;
  }

  int columns() {
    return columns;
  }

  int low(int row) {
    return low[row];
  }

  /** Last column of a row, inclusive. */
  int high(int row) {
    return high[row];
  }

  boolean contains(int row, int column) {
    return row >= 0 && row < low.length && column >= low[row] && column <= high[row];
  }

  /** Position of a cell among all cells, row by row. */
  int cell(int row, int column) {
    return Math.toIntExact(offset[row] + column - low[row]);
  }

  /** Number of cells. A search's work is this times the number of shapes. */
  long cells() {
    return offset[low.length];
  }
}
