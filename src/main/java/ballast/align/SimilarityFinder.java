package ballast.align;

import ballast.bitext.Interruption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds for each left sentence the right sentences that share the rarest words with it. Work and
 * memory are bounded by the length of the texts: words in very many sentences are skipped. Used
 * once; not thread-safe.
 */
final class SimilarityFinder {

  /** At most this many candidates for each left sentence. */
  private static final int MAX_CANDIDATES = 6;

  /** Candidates with less weight than this are alike by chance. */
  private static final double MIN_WEIGHT = 0.4;

  /** The weight of all candidates but the best is multiplied by this. */
  private static final double RIVAL_FACTOR = 0.6;

  /** Pairs of words are ignored when the geometric mean of both probabilities is below this. */
  private static final double MIN_PROBABILITY = 0.04;

  private static final double ANCHOR_WEIGHT = 1.2;

  private static final Comparator<Similarities.Point> WORST_FIRST =
      Comparator.comparingDouble(Similarities.Point::weight)
          .thenComparing(Comparator.comparingInt(Similarities.Point::right).reversed());

  private final Tokens left;
  private final Tokens right;
  private final TokenPairs pairs;
  private final BothTexts texts;
  private final LengthModel lengths;
  private final int maxOccurrences;
  private final double[] norm;
  private final float[] sums;
  private final int[] touched;
  private int touchedCount;

  SimilarityFinder(Tokens left, Tokens right, TokenPairs pairs, BothTexts texts) {
    this.left = left;
    this.right = right;
    this.pairs = pairs;
    this.texts = texts;
    this.lengths = LengthModel.of(texts.left(), texts.right(), texts.parameters().lengths());
    this.maxOccurrences = Math.min(150, Math.max(30, right.sentences() / 20));
    this.norm = new double[right.sentences()];
    this.sums = new float[right.sentences()];
    this.touched = new int[right.sentences()];
    for (int j = 0; j < norm.length; j++) {
      double sum = 5;
      for (int p = right.start(j); p < right.cognateStart(j); p++) {
        sum += rarity(right.at(p));
      }
      norm[j] = Math.sqrt(sum);
    }
  }

  List<Similarities.Point> find() {
    List<Similarities.Point> points = new ArrayList<>();
    for (int i = 0; i < left.sentences(); i++) {
      Interruption.check();
      addCandidates(i, points);
    }
    return points;
  }

  private double rarity(int type) {
    return Math.min(10, Math.max(0, -Math.log(right.share(type)) - 3));
  }

  private void addCandidates(int i, List<Similarities.Point> points) {
    touchedCount = 0;
    for (int z : left.types(i)) {
      for (int k = pairs.rowStart(z); k < pairs.rowStart(z + 1); k++) {
        spread(z, k);
      }
    }
    PriorityQueue<Similarities.Point> best = new PriorityQueue<>(WORST_FIRST);
    for (int t = 0; t < touchedCount; t++) {
      int j = touched[t];
      double fit = lengths.fit(texts.left().length(i), texts.right().length(j));
      double log = Math.log(fit);
      double weight = sums[j] / norm[j] * Math.exp(-0.3 * log * log);
      sums[j] = 0;
      if (weight > MIN_WEIGHT) {
        best.add(new Similarities.Point(i, j, weight));
        if (best.size() > MAX_CANDIDATES) {
          best.remove();
        }
      }
    }
    List<Similarities.Point> candidates = new ArrayList<>();
    while (!best.isEmpty()) {
      Similarities.Point point = best.remove();
      double factor = best.isEmpty() ? 1 : RIVAL_FACTOR;
      candidates.add(new Similarities.Point(i, point.right(), factor * point.weight()));
    }
    candidates.sort(Comparator.comparingInt(Similarities.Point::right));
    points.addAll(candidates);
  }

  /** Adds the weight of a pair of types to all right sentences that contain the right type. */
  private void spread(int z, int pair) {
    int e = pairs.right(pair);
    int count = right.count(e);
    boolean cognate = z >= left.wordTypes();
    double rightGivenLeft = pairs.rightGivenLeft(pair);
    double leftGivenRight = pairs.leftGivenRight(pair);
    if (count > maxOccurrences
        || rightGivenLeft * leftGivenRight < MIN_PROBABILITY * MIN_PROBABILITY) {
      return;
    }
    double weight =
        cognate
            ? ANCHOR_WEIGHT * Math.log(1 + (double) right.sentences() / (count * left.count(z)))
            : 0.3
                * Math.sqrt(rightGivenLeft * leftGivenRight + 1e-6)
                * rarity(e)
                * Math.log(1 + (double) right.sentences() / count);
    int previous = -1;
    for (int at = right.placeStart(e); at < right.placeEnd(e); at++) {
      int j = right.sentenceOf(right.place(at));
      if (j != previous) {
        if (sums[j] == 0) {
          touched[touchedCount++] = j;
        }
        sums[j] += (float) weight;
        previous = j;
      }
    }
  }
}
