package ballast.align;

/**
 * The relation between the lengths of sentences and of their translations, after Gale and Church
 * (1993). The logarithm of the ratio varies around the document's mean, less for long sentences.
 *
 * @param ratio right length over left length in this document, above 0
 * @param variance variance of the log ratio for long sentences
 * @param noise added to the variance for short ones, after division by the length in Han characters
 */
record LengthModel(double ratio, double variance, double noise) {

  private static final double MIN_SCORE = -12;

  /** Limit of the ratio and of its reciprocal. */
  private static final double MAX_RATIO = 20;

  static LengthModel of(double ratio, AlignerParameters.LengthWeights parameters) {
    double bounded = Math.max(1 / MAX_RATIO, Math.min(MAX_RATIO, ratio));
    return new LengthModel(bounded, parameters.variance(), parameters.noise());
  }

  /** A first guess, from the lengths of the whole texts. */
  static LengthModel of(TextSide left, TextSide right, AlignerParameters.LengthWeights parameters) {
    return of((right.length() + 1) / (left.length() + 1), parameters);
  }

  /** Score of these lengths for a translation, in nats; 0 at best, lower for unusual lengths. */
  double score(double left, double right) {
    double log = Math.log(fit(left, right));
    return Math.max(MIN_SCORE, -0.5 * log * log / spread(left));
  }

  /** Right length divided by the length expected for the left one; 1 is a perfect fit. */
  double fit(double left, double right) {
    return (right + 4) / (ratio * left + 4);
  }

  private double spread(double left) {
    return variance + noise / (left / Sentence.Reader.HAN_LENGTH + 5);
  }
}
