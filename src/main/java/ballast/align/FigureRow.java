package ballast.align;

/** Takes the figures of a bead one after the other. */
final class FigureRow {

  private final double[] all;
  private int size;

  /**
   * @param count how many there will be
   */
  FigureRow(int count) {
    this.all = new double[count];
  }

  void add(double figure) {
    all[size++] = figure;
  }

  /** One of {@code count} figures, at {@code place}; the others are 0. */
  void addAt(int place, int count, double figure) {
    all[size + place] = figure;
    size += count;
  }

  /**
   * All of them.
   *
   * @throws IllegalStateException if some are missing
   */
  double[] all() {
    if (size != all.length) {
      throw new IllegalStateException(size + " figures of " + all.length);
    }
    return all;
  }
}
