package ballast.align;

/**
 * The weights of the alignment model.
 *
 * <p>Found by search on the development sets; everything that can be is estimated from each pair of
 * documents instead.
 *
 * @param unexplained probability left for a token that the other side does not explain, as a share
 *     of its usual one; in (0, 1)
 * @param unexplainedUnknown the same for a word that the lexicon does not know; in (0, 1]
 * @param nullTokens how many tokens that explain nothing are added to each side of a bead
 * @param rightWeight weight of the right tokens explained by the left ones
 * @param leftWeight weight of the left tokens explained by the right ones
 * @param anchorWeight weight of numbers, Latin words and names against that of words
 * @param identity probability that an anchor translates to itself
 * @param linkDiscount links taken off each lexicon entry, so that rare entries weigh less
 * @param flattening exponent of the lexicon's probabilities; below 1 it lifts the small ones
 * @param rightCompetition how much right tokens are disputed among left sentences; 0 is not at all
 * @param leftCompetition how much left tokens are disputed among right sentences
 * @param linkNull what a word without any partner has instead of one, as a probability
 * @param lengthWeight weight of the lengths
 * @param lengthVariance variance of the log length ratio of long sentences that translate each
 *     other
 * @param lengthNoise by how much it grows for short ones: this over the length in Han characters
 * @param single nats for a bead of one sentence on each side
 * @param extraSentence cost of each further sentence of a bead, nats
 * @param manyToMany cost of several sentences on both sides, nats
 * @param leftAlone cost of a left sentence without partner, nats
 * @param rightAlone cost of a right sentence without partner, nats
 * @param aloneToken what each token adds to the cost of a sentence without partner, nats
 * @param firstAlone what the first round takes off that cost, so that noise shows itself, nats
 * @param aloneLearning how much the cost follows the share of such sentences in the document
 * @param usualAlone the share at which the cost stays as it is, in (0, 1)
 * @param aloneSentences how many sentences of the usual share are added to the document's
 * @param mostAlone the most that the cost can fall, nats
 * @param loneliness how much the cost falls where nothing explains a sentence and its neighbours,
 *     for each nat
 * @param companyNeed evidence for the best partner from which on it does not fall, nats
 * @param continuation nats given back when the sentence before it has none either
 * @param paragraph cost of a bead that crosses a paragraph border on one side only, nats
 * @param typeMismatch cost of a bead whose sides lie in blocks of different type, nats
 * @param furniture cost of a furniture sentence without partner, nats
 * @param precedentDoubt how often a word must be seen in known renderings to weigh as much there as
 *     in the lexicon
 * @param learntShare weight of what the document teaches against the lexicon, in [0, 1]; more where
 *     the lexicon knows less of the document
 * @param learningPrior counts added to every word before it teaches anything
 * @param learningDiscount counts taken off each pair that is learnt, so that a pair that met once
 *     does not prove itself
 * @param learningSteps steps of expectation and maximisation
 * @param separation probability of having nothing to do with each other from which on the two sides
 *     of a bead are left alone; 1 or more never
 * @param reach how far from the coarse path to search, in sentences
 * @param lastReach how far from the path of the round before
 * @param rounds how often to search; after each but the last the document is learnt from
 * @param sharpness factor on scores before they become probabilities
 * @param rescored whether the beads of the last round are scored once more, as whole paths
 */
public record AlignerParameters(
    double unexplained,
    double unexplainedUnknown,
    double nullTokens,
    double rightWeight,
    double leftWeight,
    double anchorWeight,
    double identity,
    double linkDiscount,
    double flattening,
    double rightCompetition,
    double leftCompetition,
    double linkNull,
    double lengthWeight,
    double lengthVariance,
    double lengthNoise,
    double single,
    double extraSentence,
    double manyToMany,
    double leftAlone,
    double rightAlone,
    double aloneToken,
    double firstAlone,
    double aloneLearning,
    double usualAlone,
    double aloneSentences,
    double mostAlone,
    double loneliness,
    double companyNeed,
    double continuation,
    double paragraph,
    double typeMismatch,
    double furniture,
    double precedentDoubt,
    double learntShare,
    double learningPrior,
    double learningDiscount,
    int learningSteps,
    double separation,
    int reach,
    int lastReach,
    int rounds,
    double sharpness,
    boolean rescored) {

  /** The weights that serve Chinese and English best on the development texts. */
  public static final AlignerParameters DEFAULT =
      new AlignerParameters(
          0.131, 1.0, 1.23, 0.221, 0.686, 0.373, 0.465, 0.1554, 0.664, 0.2436, 0.5336, 0.04264,
          1.58, 0.015, 3.26, 0.72, 4.0, 0.8, 7.0, 8.0, -0.04364, 0.2458, 1.0, 0.02, 20.0, 5.0, 0.8,
          1.5, 3.0, 3.0, 3.0, 0.3, 40.0, 0.258, 1.8, 0.0, 4, 0.5, 15, 6, 3, 0.8, true);

  public AlignerParameters {
    if (!(unexplained > 0) || !(unexplained < 1) || !(lengthVariance > 0) || !(lengthNoise >= 0)) {
      throw new IllegalArgumentException(
          "unexplained "
              + unexplained
              + " must lie in (0, 1), variance "
              + lengthVariance
              + " and noise "
              + lengthNoise
              + " must not be negative");
    }
    if (reach < 1 || lastReach < 1 || rounds < 1 || !(sharpness > 0)) {
      throw new IllegalArgumentException(
          "reach "
              + reach
              + ", last reach "
              + lastReach
              + ", rounds "
              + rounds
              + ", sharpness "
              + sharpness
              + " must be positive");
    }
  }
}
