package ballast.align;

/**
 * The weights of the alignment model. Few, because they are set by hand on a handful of development
 * texts; everything that can be is estimated from each pair of documents instead.
 *
 * @param lengthVariance variance of the log length ratio of long sentences that translate each
 *     other
 * @param lengthNoise by how much it grows for short ones: this over the length in Han characters
 * @param leftWeight weight of the left tokens explained by the right ones
 * @param rightWeight weight of the right tokens explained by the left ones
 * @param identity counts given in advance to a token that reads the same on both sides
 * @param smoothing counts given in advance to the translation of each token by any token
 * @param discount counts taken off each pair of tokens, so that chance meetings weigh nothing
 * @param oneSided cost of a sentence without partner, nats
 * @param continuation nats given back when the sentence before it has none either
 * @param paragraph cost of a bead that crosses a paragraph border on one side only, nats
 * @param typeMismatch cost of a bead whose sides lie in blocks of different type, nats
 * @param furniture cost of a furniture sentence without partner, nats
 * @param reach how far from the coarse path to search, in sentences
 * @param rounds how often to learn from the document and search again
 * @param sharpness factor on scores before they become probabilities
 * @param commitment the probability that a bead needs before it helps; from 0 (long beads are
 *     avoided) to 1 (they are sought)
 */
public record AlignerParameters(
    double lengthVariance,
    double lengthNoise,
    double leftWeight,
    double rightWeight,
    double identity,
    double smoothing,
    double discount,
    double oneSided,
    double continuation,
    double paragraph,
    double typeMismatch,
    double furniture,
    int reach,
    int rounds,
    double sharpness,
    double commitment) {

  /** The weights that serve Chinese and English best on the development texts. */
  public static final AlignerParameters DEFAULT =
      new AlignerParameters(
          0.05, 0.3, 0.6, 0.5, 2.0, 0.5, 0.2, 3.5, 2.0, 3.0, 3.0, 0.3, 15, 3, 0.7, 0.4);

  public AlignerParameters {
    if (!(lengthVariance > 0) || !(lengthNoise >= 0) || !(smoothing > 0) || !(discount >= 0)) {
      throw new IllegalArgumentException(
          "variance "
              + lengthVariance
              + ", noise "
              + lengthNoise
              + ", smoothing "
              + smoothing
              + " and discount "
              + discount
              + " must not be negative");
    }
    if (reach < 1 || rounds < 1 || !(sharpness > 0)) {
      throw new IllegalArgumentException(
          "reach "
              + reach
              + ", rounds "
              + rounds
              + ", sharpness "
              + sharpness
              + " must be positive");
    }
  }
}
