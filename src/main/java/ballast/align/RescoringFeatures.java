package ballast.align;

import ballast.align.LinkEvidence.Coverage;
import ballast.align.LinkEvidence.Said;
import ballast.bitext.Range;
import java.util.Arrays;
import java.util.List;

/**
 * What can be said of a bead whatever is before and after it, as features: the input of {@link
 * Rescorer}. Some come twice, the second time multiplied by {@code freedom}, how freely this
 * document is translated: the same coverage means less in a novel than in a law. Not thread-safe.
 */
final class RescoringFeatures {

  /** So that features are of the size of 1: sums over words are divided by this. */
  private static final double TENTH = 0.1;

  private static final int MOST = 3;

  /** A sentence whose words have less rarity than this says little. */
  private static final double SHORT = 12;

  /** Coverage that is taken for usual before any is seen, and how many beads that weighs. */
  private static final double USUAL = 0.3;

  private static final double DEFAULT_BEADS = 5;
  private static final double DEFAULT_SPREAD = 0.1;

  /** Share that speaks neither for nor against, and the rarity for which it is taken for seen. */
  private static final double NEED = 0.2;

  private static final double NEED_MASS = 8;
  private static final double SLIGHT = 0.03;
  private static final double MIN_PROBABILITY = 1e-3;

  private final BothTexts texts;
  private final Evidence evidence;
  private final SentenceMarks left;
  private final SentenceMarks right;
  private final boolean quotes;
  private final double leftUsual;
  private final double rightUsual;
  private final double freedom;

  /** For each sentence what is said of it by the one that says most of it. */
  private final Said[] leftBest;

  private final Said[] rightBest;

  /**
   * What a search has gathered.
   *
   * @param band the beads that will be asked for lie in it
   * @param scorer scores of beads by words
   * @param posteriors probabilities of beads by these scores
   * @param lengths how lengths relate in these texts
   * @param links what is said on both sides of a bead
   */
  record Evidence(
      Band band,
      DocumentScorer scorer,
      BeadPosteriors posteriors,
      LengthModel lengths,
      LinkEvidence links) {}

  /**
   * @param path a first path, to see what is usual in this document
   */
  RescoringFeatures(BothTexts texts, Evidence evidence, List<Link> path) {
    this.texts = texts;
    this.evidence = evidence;
    this.left = new SentenceMarks(texts.left());
    this.right = new SentenceMarks(texts.right());
    this.quotes = left.quotations().any() && right.quotations().any();
    double leftSum = USUAL * DEFAULT_BEADS;
    double rightSum = USUAL * DEFAULT_BEADS;
    double beads = DEFAULT_BEADS;
    for (Link link : path) {
      if (!link.isOneSided()) {
        Coverage coverage = evidence.links().coverage(link.left(), link.right());
        leftSum += coverage.left();
        rightSum += coverage.right();
        beads++;
      }
    }
    this.leftUsual = leftSum / beads;
    this.rightUsual = rightSum / beads;
    this.freedom = (USUAL + SLIGHT - (leftUsual + rightUsual) / 2) / DEFAULT_SPREAD;
    this.leftBest = new Said[texts.left().size()];
    this.rightBest = new Said[texts.right().size()];
    findBest();
  }

  /**
   * The features of a two-sided bead.
   *
   * @param score of the bead by words, nats
   */
  double[] paired(Range source, Range target, double score) {
    FeatureRow features = new FeatureRow(FeatureNames.PAIRED.size());
    Coverage coverage = evidence.links().coverage(source, target);
    double odds = odds(source, target);
    double tokens = TENTH * evidence.scorer().tokens(source, target);
    double leftShares = shares(coverage.leftSentences());
    double rightShares = shares(coverage.rightSentences());
    features.add(TENTH * score);
    features.add(odds);
    features.add(tokens);
    features.add(TENTH * coverage.leftAll().said());
    features.add(TENTH * coverage.leftAll().mass());
    features.add(TENTH * coverage.rightAll().said());
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
    features.add(Math.min(MOST, numbers.shared()));
    features.add(Math.min(MOST, numbers.onlyLeft()));
    features.add(Math.min(MOST, numbers.onlyRight()));
    boolean merged = source.size() + target.size() > 2;
    features.add(merged && left.bracketed(source) != right.bracketed(target) ? 1 : 0);
  }

  /** Whether a bead is one sentence, the same on both sides. */
  boolean areSame(Range source, Range target) {
    return source.size() == 1
        && target.size() == 1
        && texts.left().text(source.start()).equals(texts.right().text(target.start()));
  }

  /**
   * The features of a sentence without partner.
   *
   * @param onLeft which side it is on
   * @param score of leaving it alone, nats
   */
  double[] alone(boolean onLeft, int sentence, double score) {
    FeatureRow features = new FeatureRow(FeatureNames.ALONE.size());
    Range here = new Range(sentence, sentence + 1);
    Range none = new Range(0, 0);
    SentenceMarks marks = onLeft ? left : right;
    Said best = onLeft ? leftBest[sentence] : rightBest[sentence];
    double odds = onLeft ? odds(here, none) : odds(none, here);
    double bestShare = logShare(best);
    features.add(TENTH * score);
    features.add(odds);
    features.add(onLeft ? 1 : 0);
    features.add(onLeft ? 0 : 1);
    features.add(Math.log(1 + best.mass()));
    features.add(bestShare);
    features.add(ofUsual(best, onLeft ? leftUsual : rightUsual));
    features.add(best.share());
    Quotations quotations = marks.quotations();
    boolean turns = quotations.openAfter(sentence) != quotations.openAfter(sentence - 1);
    features.add(quotes && turns ? 1 : 0);
    features.add(marks.bracketed(here));
    features.add(Math.min(2, (onLeft ? texts.left() : texts.right()).numbers(here).size()));
    features.add(best.mass() < SHORT ? 1 : 0);
    features.add(marks.asks(here) ? 1 : 0);
    features.add(freedom * odds);
    features.add(onLeft ? freedom : 0);
    features.add(onLeft ? 0 : freedom);
    features.add(freedom * bestShare);
    return features.all();
  }

  /** Compares each sentence with the ones near it on the other side. */
  private void findBest() {
    Arrays.fill(leftBest, new Said(0, 0));
    Arrays.fill(rightBest, new Said(0, 0));
    Band band = evidence.band();
    for (int i = 0; i < leftBest.length; i++) {
      for (int j = band.low(i); j < band.high(i + 1); j++) {
        if (band.contains(i, j) && band.contains(i + 1, j + 1)) {
          Coverage coverage = evidence.links().coverage(new Range(i, i + 1), new Range(j, j + 1));
          leftBest[i] = better(leftBest[i], coverage.leftAll());
          rightBest[j] = better(rightBest[j], coverage.rightAll());
        }
      }
    }
  }

  private static Said better(Said best, Said said) {
    return said.said() > best.said() || best.mass() == 0 ? said : best;
  }

  private double odds(Range source, Range target) {
    double probability = evidence.posteriors().probability(source, target);
    double bounded = Math.max(MIN_PROBABILITY, Math.min(1 - MIN_PROBABILITY, probability));
    return Math.log(bounded / (1 - bounded));
  }

  private static double shares(List<Said> sentences) {
    return sentences.stream().mapToDouble(RescoringFeatures::logShare).sum();
  }

  /** Of several sentences the one of which least is said; 0 for a single one. */
  private static double leastShare(List<Said> sentences) {
    return sentences.size() == 1
        ? 0
        : sentences.stream().mapToDouble(RescoringFeatures::logShare).min().orElse(0);
  }

  /** The logarithm of a share against what is needed, nats; near 0 for a short sentence. */
  private static double logShare(Said said) {
    double share = (said.said() + NEED * NEED_MASS) / (said.mass() + NEED_MASS);
    return Math.log((share + SLIGHT) / (NEED + SLIGHT));
  }

  private static double ofUsual(Said said, double usual) {
    return Math.log((said.said() + USUAL) / (said.mass() + 1) / (usual + SLIGHT));
  }
}
