package ballast.align;

/**
 * How the lengths of sentences and their translations relate, after Gale and Church (1993): the
 * logarithm of the ratio varies around the mean of the document, less for long sentences.
 *
 * @param ratio right length over left length in this document, above 0
 * @param variance variance of the log ratio for long sentences
 * @param noise added to the variance for short ones: this divided by the length in Han characters
 */
record LengthModel(double ratio, double variance, double noise) {

  private static final double MIN_SCORE = -12;

  /** The ratio is limited to between 1/20 and 20. */
  private static final double MAX_RATIO = 20;

  static LengthModel of(double ratio, AlignerParameters.LengthWeights parameters) {
    double bounded = Math.max(1 / MAX_RATIO, Math.min(MAX_RATIO, ratio));
    return new LengthModel(bounded, parameters.variance(), parameters.noise());
  }

  /** A first guess, from the lengths of the whole texts. */
  static LengthModel of(TextSide left, TextSide right, AlignerParameters.LengthWeights parameters) {
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
    return Math.max(MIN_SCORE, -0.5 * log * log / spread(left));
  }

  /** Right length divided by the length expected for the left one: 1 is a perfect fit. */
  double fit(double left, double right) {
    return (right + 4) / (ratio * left + 4);
  }

  private double spread(double left) {
    return variance + noise / (left / Sentence.Reader.HAN_LENGTH + 5);
  }
}
