package ballast.language.matching;

import java.util.Arrays;
import java.util.List;

/**
 * The cells that are examined in a table of old against new sentences. A cell is a position before
 * an old and a new sentence, so a table has one row and one column more than there are sentences.
 * The cells of a row are contiguous; from row to row they never move back, and neighbouring rows
 * overlap.
 */
final class Band {

  private final int[] lows;
  private final int[] highs;

  private Band(int rows) {
    this.lows = new int[rows + 1];
    this.highs = new int[rows + 1];
  }

  /** All cells. */
  static Band full(int rows, int columns) {
    Band band = new Band(rows);
    Arrays.fill(band.highs, columns);
    return band;
  }

  /**
   * The cells around the diagonals from the first to the last cell.
   *
   * @param reach the greatest distance from the diagonals, in sentences
   */
  static Band diagonal(int rows, int columns, int reach) {
    Band band = new Band(rows);
    int more = columns - rows;
    for (int i = 0; i <= rows; i++) {
      band.lows[i] = Math.max(0, i + Math.min(0, more) - reach);
      band.highs[i] = Math.min(columns, i + Math.max(0, more) + reach);
    }
    return band;
  }

  /**
   * The cells around the straight lines between points.
   *
   * @param chain pairs of old and new positions, both ascending
   * @param reach the greatest distance from the lines, in sentences
   */
  static Band around(List<int[]> chain, int rows, int columns, int reach) {
    int[] line = new int[rows + 1];
    int row = 0;
    int column = 0;
    for (int[] point : chain) {
      straight(line, row, column, point[0], point[1]);
      row = point[0];
      column = point[1];
    }
    straight(line, row, column, rows, columns);
    Band band = new Band(rows);
    for (int i = 0; i <= rows; i++) {
      // A path begins at the first column, wherever the line begins.
      band.lows[i] = i == 0 ? 0 : Math.max(0, line[i] - reach);
      band.highs[i] = Math.min(columns, line[Math.min(rows, i + 1)] + reach);
    }
    return band;
  }

  private static void straight(int[] line, int row, int column, int toRow, int toColumn) {
    for (int i = row; i <= toRow; i++) {
      long rise = (long) (toColumn - column) * (i - row);
      line[i] = column + (int) (rise / Math.max(1, toRow - row));
    }
  }

  /** The first column of a row. */
  int low(int row) {
    return lows[row];
  }

  /** The last column of a row, inclusive. */
  int high(int row) {
    return highs[row];
  }

  boolean has(int row, int column) {
    return column >= lows[row] && column <= highs[row];
  }
}
