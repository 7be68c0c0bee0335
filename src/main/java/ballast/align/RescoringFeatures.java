package ballast.align;

import ballast.align.Coverage.Covered;
import ballast.bitext.Range;
import java.util.Arrays;
import java.util.List;

/**
 * The features of a bead that do not depend on the beads before and after it: the input of {@link
 * Rescorer}. Some come twice, the second time multiplied by {@code freedom}, a measure of how
 * freely this document is translated: low coverage says less against a bead in a novel than in a
 * law. Not thread-safe.
 */
final class RescoringFeatures {

  /** Sums over words are multiplied by this, so that features are of the order of 1. */
  private static final double TENTH = 0.1;

  /** Numbers are counted up to this. */
  private static final int MAX_NUMBERS = 3;

  /** A sentence whose words have less rarity than this in sum is short. */
  private static final double SHORT = 12;

  /**
   * The mean coverage starts from this value, which weighs as much as {@link #DEFAULT_BEADS} beads.
   */
  private static final double DEFAULT_COVERAGE = 0.3;

  private static final double DEFAULT_BEADS = 5;
  private static final double DEFAULT_SPREAD = 0.1;

  /**
   * The share that speaks neither for a bead nor against it, and the rarity that it is weighed
   * with.
   */
  private static final double NEUTRAL_SHARE = 0.2;

  private static final double NEUTRAL_MASS = 8;
  private static final double SMOOTHING = 0.03;
  private static final double MIN_PROBABILITY = 1e-3;

  private final BothTexts texts;
  private final Evidence evidence;
  private final SentenceMarks left;
  private final SentenceMarks right;
  private final boolean quotes;
  private final double leftMean;
  private final double rightMean;
  private final double freedom;

  /** How many sentences of the document are left alone. */
  private final AloneScores.Shares shares;

  /** For each sentence its coverage by the one sentence of the other side that covers it best. */
  private final Covered[] leftBest;

  private final Covered[] rightBest;

  /**
   * The results of a round of the search.
   *
   * @param band contains all beads that will be scored
   * @param scorer scores of beads by words
   * @param posteriors probabilities of beads by these scores
   * @param lengths how the lengths of these texts relate
   * @param links how much of a bead is said on both sides
   */
  record Evidence(
      Band band,
      DocumentScorer scorer,
      BeadPosteriors posteriors,
      LengthModel lengths,
      LinkEvidence links) {}

  /**
   * @param path a first path, from which the mean coverage of this document is computed
   */
  RescoringFeatures(BothTexts texts, Evidence evidence, List<Link> path) {
    this.texts = texts;
    this.evidence = evidence;
    this.left = new SentenceMarks(texts.left());
    this.right = new SentenceMarks(texts.right());
    this.quotes = left.quotations().any() && right.quotations().any();
    this.leftBest = new Covered[texts.left().size()];
    this.rightBest = new Covered[texts.right().size()];
    Arrays.fill(leftBest, new Covered(0, 0));
    Arrays.fill(rightBest, new Covered(0, 0));
    double leftSum = DEFAULT_COVERAGE * DEFAULT_BEADS;
    double rightSum = DEFAULT_COVERAGE * DEFAULT_BEADS;
    double beads = DEFAULT_BEADS;
    int step = 0;
    // Both in one pass: the links of a sentence are not kept for long.
    for (int i = 0; i < leftBest.length; i++) {
      findBest(i);
      for (; step < path.size() && path.get(step).left().end() <= i + 1; step++) {
        Link link = path.get(step);
        if (!link.isOneSided()) {
          Coverage coverage = evidence.links().ofPath(link);
          leftSum += coverage.left();
          rightSum += coverage.right();
          beads++;
        }
      }
    }
    this.leftMean = leftSum / beads;
    this.rightMean = rightSum / beads;
    this.shares = AloneScores.Shares.of(evidence.posteriors(), texts);
    this.freedom = (DEFAULT_COVERAGE + SMOOTHING - (leftMean + rightMean) / 2) / DEFAULT_SPREAD;
  }

  /**
   * The features of a two-sided bead.
   *
   * @param tokenScore what the tokens contribute to the score of the last round, nats
   */
  double[] paired(Range source, Range target, double tokenScore) {
    FeatureRow features = new FeatureRow(FeatureNames.PAIRED.size());
    Coverage coverage = evidence.links().coverage(source, target);
    double odds = odds(source, target);
    double tokens = TENTH * tokenScore;
    double leftShares = shares(coverage.leftSentences());
    double rightShares = shares(coverage.rightSentences());
    features.add(TENTH * (tokenScore + evidence.scorer().structure(source, target)));
    features.add(odds);
    features.add(tokens);
    features.add(TENTH * coverage.leftAll().covered());
    features.add(TENTH * coverage.leftAll().mass());
    features.add(TENTH * coverage.rightAll().covered());
    features.add(TENTH * coverage.rightAll().mass());
    features.add(leftShares);
    features.add(rightShares);
    features.add(leastShare(coverage.leftSentences()));
    features.add(leastShare(coverage.rightSentences()));
    features.add(
        evidence.lengths().score(texts.left().length(source), texts.right().length(target)));
    addMarks(source, target, features);
    features.addAt(ShapeClass.of(source.size(), target.size()), ShapeClass.LABELS.size(), 1);
    features.add(freedom * odds);
    features.add(freedom * tokens);
    features.add(freedom * leftShares);
    features.add(freedom * rightShares);
    return features.all();
  }

  private void addMarks(Range source, Range target, FeatureRow features) {
    boolean alone =
        left.quotations().openAfter(source.end() - 1)
            != right.quotations().openAfter(target.end() - 1);
    int opened =
        left.quotations().opened(source.start(), source.end())
            - right.quotations().opened(target.start(), target.end());
    features.add(quotes && alone ? 1 : 0);
    features.add(quotes ? Math.min(2, Math.abs(opened)) : 0);
    boolean first = left.opensQuotation(source.start()) != right.opensQuotation(target.start());
    boolean last =
        left.closesQuotation(source.end() - 1) != right.closesQuotation(target.end() - 1);
    features.add(quotes && first ? 1 : 0);
    features.add(quotes && last ? 1 : 0);
    features.add(left.asks(source) != right.asks(target) ? 1 : 0);
    features.add(left.endMark(source.end() - 1) != right.endMark(target.end() - 1) ? 1 : 0);
    NumberEvidence numbers =
        NumberEvidence.of(texts.left().numbers(source), texts.right().numbers(target));
    features.add(Math.min(MAX_NUMBERS, numbers.shared()));
    features.add(Math.min(MAX_NUMBERS, numbers.onlyLeft()));
    features.add(Math.min(MAX_NUMBERS, numbers.onlyRight()));
    boolean merged = source.size() + target.size() > 2;
    features.add(merged && left.bracketed(source) != right.bracketed(target) ? 1 : 0);
    features.add(Math.max(left.repeated(source), right.repeated(target)));
    features.add(left.cuts(source) + right.cuts(target));
  }

  /** Whether a bead is one sentence on each side and both are equal. */
  boolean areSame(Range source, Range target) {
    return source.size() == 1
        && target.size() == 1
        && texts.left().text(source.start()).equals(texts.right().text(target.start()));
  }

  /**
   * The features of a sentence left alone.
   *
   * @param onLeft which side it is on
   * @param score of leaving it alone, nats
   */
  double[] alone(boolean onLeft, int sentence, double score) {
    FeatureRow features = new FeatureRow(FeatureNames.ALONE.size());
    Range here = new Range(sentence, sentence + 1);
    Range none = new Range(0, 0);
    SentenceMarks marks = onLeft ? left : right;
    Covered best = onLeft ? leftBest[sentence] : rightBest[sentence];
    double odds = onLeft ? odds(here, none) : odds(none, here);
    double bestShare = logShare(best);
    features.add(TENTH * score);
    features.add(odds);
    features.add(onLeft ? 1 : 0);
    features.add(onLeft ? 0 : 1);
    features.add(Math.log(1 + best.mass()));
    features.add(bestShare);
    features.add(relativeToMean(best, onLeft ? leftMean : rightMean));
    features.add(best.share());
    Quotations quotations = marks.quotations();
    boolean turns = quotations.openAfter(sentence) != quotations.openAfter(sentence - 1);
    features.add(quotes && turns ? 1 : 0);
    features.add(marks.bracketed(here));
    features.add(Math.min(2, (onLeft ? texts.left() : texts.right()).numbers(here).size()));
    features.add(best.mass() < SHORT ? 1 : 0);
    features.add(marks.asks(here) ? 1 : 0);
    features.add(marks.cuts(here));
    features.add(freedom * odds);
    features.add(onLeft ? freedom : 0);
    features.add(onLeft ? 0 : freedom);
    features.add(freedom * bestShare);
    features.add(onLeft ? shares.left() : shares.right());
    return features.all();
  }

  /** Compares a left sentence with the ones near it on the other side. */
  private void findBest(int i) {
    Band band = evidence.band();
    for (int j = band.low(i); j < band.high(i + 1); j++) {
      if (band.contains(i, j) && band.contains(i + 1, j + 1)) {
        Coverage coverage = evidence.links().coverage(new Range(i, i + 1), new Range(j, j + 1));
        leftBest[i] = better(leftBest[i], coverage.leftAll());
        rightBest[j] = better(rightBest[j], coverage.rightAll());
      }
    }
  }

  private static Covered better(Covered best, Covered candidate) {
    return candidate.covered() > best.covered() || best.mass() == 0 ? candidate : best;
  }

  private double odds(Range source, Range target) {
    double probability = evidence.posteriors().probability(source, target);
    double bounded = Math.max(MIN_PROBABILITY, Math.min(1 - MIN_PROBABILITY, probability));
    return Math.log(bounded / (1 - bounded));
  }

  private static double shares(List<Covered> sentences) {
    return sentences.stream().mapToDouble(RescoringFeatures::logShare).sum();
  }

  /** Of several sentences the smallest share, as its logarithm; 0 for a single sentence. */
  private static double leastShare(List<Covered> sentences) {
    return sentences.size() == 1
        ? 0
        : sentences.stream().mapToDouble(RescoringFeatures::logShare).min().orElse(0);
  }

  /** The logarithm of a share relative to the neutral one, nats; near 0 for a short sentence. */
  private static double logShare(Covered covered) {
    double share =
        (covered.covered() + NEUTRAL_SHARE * NEUTRAL_MASS) / (covered.mass() + NEUTRAL_MASS);
    return Math.log((share + SMOOTHING) / (NEUTRAL_SHARE + SMOOTHING));
  }

  private static double relativeToMean(Covered covered, double mean) {
    return Math.log(
        (covered.covered() + DEFAULT_COVERAGE) / (covered.mass() + 1) / (mean + SMOOTHING));
  }
}
