package ballast.align;

/**
 * The weights of the alignment model.
 *
 * <p>Found by search on the development sets. Whatever can be estimated from a pair of documents is
 * not here.
 *
 * @param unexplained probability left for a token that the other side does not explain, as a share
 *     of its probability in texts in general; in (0, 1)
 * @param unexplainedUnknown the same for a word that the lexicon does not know; in (0, 1]
 * @param nullTokens how many tokens without a translation are assumed on each side of a bead,
 *     besides the real ones
 * @param rightWeight weight of the right tokens explained by the left ones
 * @param leftWeight weight of the left tokens explained by the right ones
 * @param cognateWeight weight of numbers, Latin words and names relative to words
 * @param identity probability that a cognate translates to itself
 * @param linkDiscount links subtracted from each lexicon entry, so that rare entries weigh less
 * @param flattening exponent of the lexicon's probabilities; below 1 it raises the small ones
 * @param rightCompetition how strongly left sentences compete for a right token; 0: not at all
 * @param leftCompetition how strongly right sentences compete for a left token
 * @param linkNull probability that a word is linked to no word
 * @param lengthWeight weight of the lengths
 * @param lengthVariance variance of the log length ratio of long sentences that translate each
 *     other
 * @param lengthNoise added to the variance for short sentences: this divided by the length in Han
 *     characters
 * @param single nats for a bead of one sentence on each side
 * @param extraSentence cost of each further sentence of a bead, nats
 * @param manyToMany cost of several sentences on both sides, nats
 * @param leftAlone cost of leaving a left sentence alone, nats
 * @param rightAlone cost of leaving a right sentence alone, nats
 * @param aloneToken cost that each token of a sentence left alone adds, nats
 * @param firstAlone subtracted from the cost of leaving a sentence alone in the first round, so
 *     that noise is found, nats
 * @param aloneLearning how strongly that cost depends on the share of sentences left alone in the
 *     document
 * @param typicalAloneShare the share of sentences left alone at which the cost does not change, in
 *     (0, 1)
 * @param alonePrior how many sentences with the typical share are added to those of the document
 * @param maxAloneRelief the most that the document's share can subtract from the cost, nats
 * @param loneliness nats subtracted from the cost for each nat of evidence that a sentence and its
 *     neighbours lack
 * @param companyNeed evidence for the best translation from which on nothing is subtracted, nats
 * @param continuation nats given back when the previous sentence of the same side is left alone as
 *     well
 * @param paragraph cost of a bead that crosses a paragraph border on one side only, nats
 * @param typeMismatch cost of a bead whose sides lie in blocks of different type, nats
 * @param furniture cost of leaving a furniture sentence alone, nats
 * @param precedentDoubt how often a word must occur in known renderings for these to weigh as much
 *     as the lexicon
 * @param learntShare weight of the pairs learnt from the document relative to the lexicon, in [0,
 *     1]; raised when the lexicon knows few of the document's words
 * @param learningPrior counts added to every word before learning
 * @param learningDiscount counts subtracted from each learnt pair, so that a pair that occurred
 *     together once does not confirm itself
 * @param learningSteps steps of expectation and maximisation
 * @param separation a bead is taken apart when its sides are unrelated with more than this
 *     probability; 1 or more: never
 * @param reach how far from the coarse path to search, in sentences
 * @param lastReach how far from the path of the previous round to search, in sentences
 * @param rounds how many rounds to search; each but the last is followed by learning from the
 *     document
 * @param sharpness factor by which scores are multiplied before they become probabilities
 * @param rescored whether the beads of the last round are scored again as parts of whole paths
 */
public record AlignerParameters(
    double unexplained,
    double unexplainedUnknown,
    double nullTokens,
    double rightWeight,
    double leftWeight,
    double cognateWeight,
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
    double typicalAloneShare,
    double alonePrior,
    double maxAloneRelief,
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

  /** The weights that are best for Chinese and English on the development texts. */
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
