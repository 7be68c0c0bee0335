package ballast.align;

/**
 * The weights of the alignment model.
 *
 * <p>They were found by search on the development sets. Anything that can be estimated from a pair
 * of documents is not here.
 */
public record AlignerParameters(
    TokenWeights tokens,
    PairWeights pairs,
    LengthWeights lengths,
    ShapeCosts shapes,
    BlockCosts blocks,
    AloneCosts alone,
    LearningWeights learning,
    SearchLimits search) {

  public static final AlignerParameters DEFAULT =
      new AlignerParameters(
          new TokenWeights(
              /* unexplained= */ 0.131,
              /* unexplainedUnknown= */ 1.0,
              /* nullTokens= */ 1.23,
              /* rightWeight= */ 0.221,
              /* leftWeight= */ 0.686,
              /* cognateWeight= */ 0.373,
              new Competition(/* right= */ 0.2436, /* left= */ 0.5336)),
          new PairWeights(
              /* identity= */ 0.465,
              /* linkDiscount= */ 0.1554,
              /* flattening= */ 0.664,
              /* linkNull= */ 0.04264,
              /* steepness= */ 4),
          new LengthWeights(/* weight= */ 1.58, /* variance= */ 0.015, /* noise= */ 3.26),
          new ShapeCosts(
              /* single= */ 0.72,
              /* extraSentence= */ 4.0,
              /* manyToMany= */ 0.8,
              /* continuation= */ 3.0),
          new BlockCosts(
              /* leftAlone= */ 7.0,
              /* rightAlone= */ 8.0,
              /* furniture= */ 0.3,
              /* paragraph= */ 3.0,
              /* typeMismatch= */ 3.0),
          new AloneCosts(
              /* token= */ -0.04364,
              /* first= */ 0.2458,
              /* loneliness= */ 0.8,
              /* companyNeed= */ 1.5,
              new AloneShare(/* strength= */ 0.5, /* typical= */ 0.02, /* prior= */ 20.0)),
          new LearningWeights(
              /* precedentDoubt= */ 40.0,
              /* share= */ 0.258,
              /* prior= */ 1.8,
              /* discount= */ 0.0,
              /* steps= */ 4),
          new SearchLimits(
              /* reach= */ 15,
              /* lastReach= */ 6,
              /* rounds= */ 2,
              /* sharpness= */ 0.8,
              /* separation= */ 0.4,
              /* rescored= */ true));

  /**
   * Weights of the tokens that explain each other in a bead.
   *
   * @param unexplained probability of a token without an explanation, as a share of its probability
   *     in texts in general; in (0, 1)
   * @param unexplainedUnknown the same for a word that is not in the lexicon; in (0, 1]
   * @param nullTokens number of untranslated tokens assumed on each side in addition to the real
   *     ones
   * @param rightWeight weight of the right tokens explained by the left ones
   * @param leftWeight weight of the left tokens explained by the right ones
   * @param cognateWeight weight of numbers, Latin words and names relative to words
   */
  public record TokenWeights(
      double unexplained,
      double unexplainedUnknown,
      double nullTokens,
      double rightWeight,
      double leftWeight,
      double cognateWeight,
      Competition competition) {
    public TokenWeights {
      if (!(unexplained > 0) || !(unexplained < 1)) {
        throw new IllegalArgumentException("unexplained " + unexplained + " must lie in (0, 1)");
      }
    }
  }

  /** How strongly sentences of one side compete for a token of the other side; 0: not at all. */
  public record Competition(double right, double left) {}

  /**
   * Probabilities that two words translate each other.
   *
   * @param identity probability that a cognate translates to itself
   * @param linkDiscount links subtracted from each lexicon entry, so that rare entries weigh less
   * @param flattening exponent of the lexicon's probabilities; below 1 it raises the small ones
   * @param linkNull probability that a word is linked to no word
   * @param steepness exponent by which trust falls between words at opposite ends of their bead; 0:
   *     places do not count
   */
  public record PairWeights(
      double identity, double linkDiscount, double flattening, double linkNull, double steepness) {}

  /**
   * Weights of sentence lengths, see {@link LengthModel}.
   *
   * @param variance variance of the log length ratio of long sentences that translate each other
   * @param noise added to the variance for short sentences, after division by the length in Han
   *     characters
   */
  public record LengthWeights(double weight, double variance, double noise) {
    public LengthWeights {
      if (!(variance > 0) || !(noise >= 0)) {
        throw new IllegalArgumentException(
            "variance " + variance + " and noise " + noise + " must not be negative");
      }
    }
  }

  /**
   * Costs of the number of sentences in a bead, in nats, see {@link ShapeModel}.
   *
   * @param single score of a bead of one sentence on each side
   * @param manyToMany cost of several sentences on both sides
   * @param continuation refund if the previous sentence of the same side is left alone as well
   */
  public record ShapeCosts(
      double single, double extraSentence, double manyToMany, double continuation) {}

  /**
   * Costs of the blocks of a bead's sentences, in nats.
   *
   * @param paragraph cost of a bead that crosses a paragraph border on one side only
   * @param typeMismatch cost of a bead with sides in blocks of different types
   */
  public record BlockCosts(
      double leftAlone,
      double rightAlone,
      double furniture,
      double paragraph,
      double typeMismatch) {}

  /**
   * Adjustments to the cost of leaving a sentence alone, in nats, see {@link AloneScores}.
   *
   * @param token cost added by each token of a sentence left alone
   * @param first subtracted in the first round, so that noise is found
   * @param loneliness subtracted for each nat of evidence that a sentence and its neighbours lack
   * @param companyNeed minimum evidence for the best translation at which nothing is subtracted
   */
  public record AloneCosts(
      double token, double first, double loneliness, double companyNeed, AloneShare share) {}

  /**
   * Dependence of that cost on the share of sentences left alone in the document.
   *
   * @param typical share of sentences left alone at which the cost does not change, in (0, 1)
   * @param prior number of sentences with the typical share added to those of the document
   */
  public record AloneShare(double strength, double typical, double prior) {}

  /**
   * Parameters of learning word pairs from the document.
   *
   * @param precedentDoubt occurrences of a word in known renderings to weigh as much as the lexicon
   * @param share weight of the learnt pairs relative to the lexicon, in [0, 1]; raised if the
   *     lexicon knows few of the document's words
   * @param prior counts added to every word before learning
   * @param discount counts subtracted from each pair, so that one co-occurrence does not confirm
   *     itself
   * @param steps steps of expectation and maximisation
   */
  public record LearningWeights(
      double precedentDoubt, double share, double prior, double discount, int steps) {}

  /**
   * Limits of the search.
   *
   * @param reach maximum distance from the coarse path, in sentences
   * @param lastReach maximum distance from the path of the previous round, in sentences
   * @param rounds number of rounds; the aligner learns from the document after each but the last
   * @param sharpness factor applied to scores before they become probabilities
   * @param separation ratio of the probabilities "unrelated sides" and "right" above which a bead
   *     is split, in documents with at least the typical share of sentences left alone; infinite:
   *     never
   * @param rescored whether the beads of the last round are scored again as parts of whole paths
   */
  public record SearchLimits(
      int reach, int lastReach, int rounds, double sharpness, double separation, boolean rescored) {
    public SearchLimits {
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
}
