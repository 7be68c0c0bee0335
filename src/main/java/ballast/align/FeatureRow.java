package ballast.align;

/** Collects the features of one bead, in order. */
final class FeatureRow {

  private final double[] all;
  private int size;

  /**
   * @param count how many features will be added
   */
  FeatureRow(int count) {
    this.all = new double[count];
  }

  void add(double feature) {
    all[size++] = feature;
  }

  /** Adds {@code count} features: the one at {@code index} has a value, the others are 0. */
  void addAt(int index, int count, double feature) {
    all[size + index] = feature;
    size += count;
  }

  /**
   * All of them.
   *
   * @throws IllegalStateException if some are missing
   */
  double[] all() {
    if (size != all.length) {
      throw new IllegalStateException(size + " features of " + all.length);
    }
    return all;
  }
}
