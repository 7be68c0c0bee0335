package ballast.align;

/**
 * The weights of the alignment model.
 *
 * <p>Found by search on the development sets. Whatever can be estimated from a pair of documents is
 * not here.
 *
 * @param tokens how much tokens that explain each other count
 * @param pairs how likely two words are to translate each other
 * @param lengths how much the lengths of sentences count
 * @param shapes what the number of sentences costs
 * @param blocks what the blocks of the sentences cost
 * @param alone what changes the cost of leaving a sentence alone
 * @param learning how pairs of words are learnt from the document
 * @param search how far and how often to search
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

  /** The weights that are best for Chinese and English on the development texts. */
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
   * How much tokens that explain each other count for a bead.
   *
   * @param unexplained probability left for a token that the other side does not explain, as a
   *     share of its probability in texts in general; in (0, 1)
   * @param unexplainedUnknown the same for a word that the lexicon does not know; in (0, 1]
   * @param nullTokens how many tokens without a translation are assumed on each side of a bead,
   *     besides the real ones
   * @param rightWeight weight of the right tokens explained by the left ones
   * @param leftWeight weight of the left tokens explained by the right ones
   * @param cognateWeight weight of numbers, Latin words and names relative to words
   * @param competition how strongly sentences compete for a token
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

  /**
   * How strongly sentences compete for a token.
   *
   * @param right how strongly left sentences compete for a right token; 0: not at all
   * @param left how strongly right sentences compete for a left token
   */
  public record Competition(double right, double left) {}

  /**
   * How likely two words are to translate each other.
   *
   * @param identity probability that a cognate translates to itself
   * @param linkDiscount links subtracted from each lexicon entry, so that rare entries weigh less
   * @param flattening exponent of the lexicon's probabilities; below 1 it raises the small ones
   * @param linkNull probability that a word is linked to no word
   * @param steepness how fast the trust in a link falls with the distance of the places of its
   *     words in their bead: the exponent from one end to the other; 0: places do not count
   */
  public record PairWeights(
      double identity, double linkDiscount, double flattening, double linkNull, double steepness) {}

  /**
   * How much the lengths of sentences count, see {@link LengthModel}.
   *
   * @param weight weight of the lengths
   * @param variance variance of the log length ratio of long sentences that translate each other
   * @param noise added to the variance for short sentences: this divided by the length in Han
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
   * What a bead costs for the number of its sentences, see {@link ShapeModel}.
   *
   * @param single nats for a bead of one sentence on each side
   * @param extraSentence cost of each further sentence of a bead, nats
   * @param manyToMany cost of several sentences on both sides, nats
   * @param continuation nats given back when the previous sentence of the same side is left alone
   *     as well
   */
  public record ShapeCosts(
      double single, double extraSentence, double manyToMany, double continuation) {}

  /**
   * What a bead costs for the blocks in which its sentences stand.
   *
   * @param leftAlone cost of leaving a left sentence alone, nats
   * @param rightAlone cost of leaving a right sentence alone, nats
   * @param furniture cost of leaving a furniture sentence alone, nats
   * @param paragraph cost of a bead that crosses a paragraph border on one side only, nats
   * @param typeMismatch cost of a bead whose sides lie in blocks of different type, nats
   */
  public record BlockCosts(
      double leftAlone,
      double rightAlone,
      double furniture,
      double paragraph,
      double typeMismatch) {}

  /**
   * What changes the cost of leaving a sentence alone, see {@link AloneScores}.
   *
   * @param token cost that each token of a sentence left alone adds, nats
   * @param first subtracted from the cost of leaving a sentence alone in the first round, so that
   *     noise is found, nats
   * @param loneliness nats subtracted from the cost for each nat of evidence that a sentence and
   *     its neighbours lack
   * @param companyNeed evidence for the best translation from which on nothing is subtracted, nats
   * @param share how the cost follows the share of sentences left alone in the document
   */
  public record AloneCosts(
      double token, double first, double loneliness, double companyNeed, AloneShare share) {}

  /**
   * How that cost follows the share of sentences left alone in the document.
   *
   * @param strength how strongly that cost depends on the share of sentences left alone in the
   *     document
   * @param typical the share of sentences left alone at which the cost does not change, in (0, 1)
   * @param prior how many sentences with the typical share are added to those of the document
   */
  public record AloneShare(double strength, double typical, double prior) {}

  /**
   * How the aligner learns pairs of words from the document.
   *
   * @param precedentDoubt how often a word must occur in known renderings for these to weigh as
   *     much as the lexicon
   * @param share weight of the pairs learnt from the document relative to the lexicon, in [0, 1];
   *     raised when the lexicon knows few of the document's words
   * @param prior counts added to every word before learning
   * @param discount counts subtracted from each learnt pair, so that a pair that occurred together
   *     once does not confirm itself
   * @param steps steps of expectation and maximisation
   */
  public record LearningWeights(
      double precedentDoubt, double share, double prior, double discount, int steps) {}

  /**
   * How far and how often the aligner searches.
   *
   * @param reach how far from the coarse path to search, in sentences
   * @param lastReach how far from the path of the previous round to search, in sentences
   * @param rounds how many rounds to search; each but the last is followed by learning from the
   *     document
   * @param sharpness factor by which scores are multiplied before they become probabilities
   * @param separation in a document with at least the typical share of sentences left alone, a bead
   *     is taken apart when it is more than this many times as probable that its sides are
   *     unrelated as that it is right; infinite: never
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
