package ballast.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the right sentences that share the rarest words with each left one. Work and memory are
 * bounded by the length of the texts: words in very many sentences are skipped. Used once; not
 * thread-safe.
 */
final class SimilarityFinder {

  /** Candidates kept for each left sentence. */
  private static final int KEPT = 6;

  /** A candidate below this is chance. */
  private static final double LEAST = 0.4;

  /** The second best and those after it count for less. */
  private static final double RIVAL = 0.6;

  /** A translation less probable than this, both ways taken together, is not looked up. */
  private static final double PROBABLE = 0.04;

  private static final double ANCHOR = 1.2;

  private static final Comparator<Similarities.Point> WORST_FIRST =
      Comparator.comparingDouble(Similarities.Point::weight)
          .thenComparing(Comparator.comparingInt(Similarities.Point::right).reversed());

  private final Tokens left;
  private final Tokens right;
  private final TokenPairs pairs;
  private final BothTexts texts;
  private final LengthModel lengths;
  private final int common;
  private final double[] norm;
  private final float[] sums;
  private final int[] touched;
  private int touchedCount;

  SimilarityFinder(Tokens left, Tokens right, TokenPairs pairs, BothTexts texts) {
    this.left = left;
    this.right = right;
    this.pairs = pairs;
    this.texts = texts;
    this.lengths = LengthModel.of(texts.left(), texts.right(), texts.parameters());
    this.common = Math.min(150, Math.max(30, right.sentences() / 20));
    this.norm = new double[right.sentences()];
    this.sums = new float[right.sentences()];
    this.touched = new int[right.sentences()];
    for (int j = 0; j < norm.length; j++) {
      double sum = 5;
      for (int p = right.start(j); p < right.anchorStart(j); p++) {
        sum += rarity(right.at(p));
      }
      norm[j] = Math.sqrt(sum);
    }
  }

  List<Similarities.Point> find() {
    List<Similarities.Point> points = new ArrayList<>();
    for (int i = 0; i < left.sentences(); i++) {
      addCandidates(i, points);
    }
    return points;
  }

  private double rarity(int type) {
    return Math.min(10, Math.max(0, -Math.log(right.share(type)) - 3));
  }

  private void addCandidates(int i, List<Similarities.Point> points) {
    touchedCount = 0;
    int[] types =
        Arrays.stream(range(left.start(i), left.start(i + 1))).map(left::at).distinct().toArray();
    for (int z : types) {
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
      if (weight > LEAST) {
        best.add(new Similarities.Point(i, j, weight));
        if (best.size() > KEPT) {
          best.remove();
        }
      }
    }
    List<Similarities.Point> kept = new ArrayList<>();
    while (!best.isEmpty()) {
      Similarities.Point point = best.remove();
      double factor = best.isEmpty() ? 1 : RIVAL;
      kept.add(new Similarities.Point(i, point.right(), factor * point.weight()));
    }
    kept.sort(Comparator.comparingInt(Similarities.Point::right));
    points.addAll(kept);
  }

  private static int[] range(int from, int to) {
    int[] range = new int[to - from];
    Arrays.setAll(range, k -> from + k);
    return range;
  }

  /** Adds what one pair of types says to all right sentences that have the right type. */
  private void spread(int z, int pair) {
    int e = pairs.right(pair);
    int count = right.count(e);
    boolean anchor = z >= left.wordTypes();
    double there = pairs.rightGivenLeft(pair);
    double back = pairs.leftGivenRight(pair);
    if (count > common || there * back < PROBABLE * PROBABLE) {
      return;
    }
    double weight =
        anchor
            ? ANCHOR * Math.log(1 + (double) right.sentences() / (count * left.count(z)))
            : 0.3
                * Math.sqrt(there * back + 1e-6)
                * rarity(e)
                * Math.log(1 + (double) right.sentences() / count);
    int before = -1;
    for (int at = right.placeStart(e); at < right.placeEnd(e); at++) {
      int j = right.sentenceOf(right.place(at));
      if (j != before) {
        if (sums[j] == 0) {
          touched[touchedCount++] = j;
        }
        sums[j] += (float) weight;
        before = j;
      }
    }
  }
}
