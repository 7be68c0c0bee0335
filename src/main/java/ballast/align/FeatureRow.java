package ballast.align;

/** Takes the features of a bead one after the other. */
final class FeatureRow {

  private final double[] all;
  private int size;

  /**
   * @param count how many there will be
   */
  FeatureRow(int count) {
    this.all = new double[count];
  }

  void add(double feature) {
    all[size++] = feature;
  }

  /** One of {@code count} features, at {@code place}; the others are 0. */
  void addAt(int place, int count, double feature) {
    all[size + place] = feature;
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
