package ballast.format.markup;

import java.util.function.IntUnaryOperator;

/**
 * The places in the file of what stands in a cell of a table. The parser takes the backslash out of
 * {@code \|} before it reads a cell, so that its places behind it are too small.
 */
final class CellPlaces {

  private CellPlaces() {}

  /**
   * The places of one cell.
   *
   * @param start where the cell begins in the file
   * @param length of what the parser saw of it
   * @param base what to add to a place of the parser
   */
  static IntUnaryOperator of(String file, int start, int length, int base) {
    int[] places = new int[length + 1];
    int at = start;
    for (int i = 0; i <= length; i++) {
      places[i] = at;
      at += file.startsWith("\\|", at) ? 2 : 1;
    }
    return place -> places[Math.max(0, Math.min(length, place + base - start))];
  }
}
