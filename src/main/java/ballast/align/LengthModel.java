package ballast.align;

/**
 * How the lengths of translations relate, after Gale and Church (1993): the logarithm of the ratio
 * varies around the document's own mean, the less the longer the sentences are.
 *
 * @param ratio right length over left length in this document, above 0
 * @param variance variance of the log ratio for long sentences
 * @param noise by how much it grows for short ones, over the length in Han characters
 */
record LengthModel(double ratio, double variance, double noise) {

  private static final double FLOOR = -12;

  /** The ratio is believed to lie between 1/20 and 20, whatever is counted. */
  private static final double WIDEST_RATIO = 20;

  static LengthModel of(double ratio, AlignerParameters parameters) {
    double bounded = Math.max(1 / WIDEST_RATIO, Math.min(WIDEST_RATIO, ratio));
    return new LengthModel(bounded, parameters.lengthVariance(), parameters.lengthNoise());
  }

  /** A first guess, from the lengths of the whole texts. */
  static LengthModel of(TextSide left, TextSide right, AlignerParameters parameters) {
    return of((right.length() + 1) / (left.length() + 1), parameters);
  }

  /**
   * How unusual these lengths are for a translation, in nats; 0 at best.
   *
   * @param left sum of the left lengths
   * @param right sum of the right lengths
   */
  double score(double left, double right) {
    double log = Math.log(fit(left, right));
    return Math.max(FLOOR, -0.5 * log * log / spread(left));
  }

  /** Right length over what the left one makes one expect: 1 is a perfect fit. */
  double fit(double left, double right) {
    return (right + 4) / (ratio * left + 4);
  }

  private double spread(double left) {
    return variance + noise / (left / SentenceReader.HAN_LENGTH + 5);
  }
}
