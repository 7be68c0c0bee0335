package ballast.align;

import ballast.bitext.Interruption;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns word translations from the weighted beads of one document: IBM Model 1 (Brown et al. 1993)
 * in both directions, by expectation maximisation, starting from the known pairs. Used once; not
 * thread-safe.
 */
final class TokenLearner {

  /** Initial probability of every pair of words that occur in one bead. */
  private static final double PAIR_PRIOR = 0.02;

  /** Probability that no token of the other side explains a token: the NULL word of IBM Model 1. */
  private static final float NULL_WORD = 0.05f;

  /** Increase of that probability for each word of a rendering that does not occur in the text. */
  private static final float MISSING_WORD = 0.1f;

  /** Minimum probability, in either direction, of a learnt pair. */
  private static final double MIN_PROBABILITY = 0.01;

  private final TokenIds left;
  private final TokenIds right;
  private final AlignerParameters.LearningWeights parameters;
  private final List<WeightedBead> beads = new ArrayList<>();

  /** The pairs of words that occur in one bead, row by row. */
  private final int[] rowStart;

  private int[] rights = new int[1024];
  private float[] rightGivenLeft = new float[0];
  private float[] leftGivenRight = new float[0];
  private float[] rightCount = new float[0];
  private float[] leftCount = new float[0];

  /**
   * A bead with the words of both sides and the indices of their pairs. {@code noLeft} and {@code
   * noRight} are the probabilities that no word of that side explains a word.
   */
  private static final class WeightedBead {
    private final int[] lefts;
    private final int[] rights;
    private final float weight;
    private final float noLeft;
    private final float noRight;
    private final int[] pairs;

    WeightedBead(int[] lefts, int[] rights, double weight, float noLeft, float noRight) {
      this.lefts = lefts;
      this.rights = rights;
      this.weight = (float) weight;
      this.noLeft = noLeft;
      this.noRight = noRight;
      this.pairs = new int[lefts.length * rights.length];
    }
  }

  TokenLearner(TokenIds left, TokenIds right, AlignerParameters.LearningWeights parameters) {
    this.left = left;
    this.right = right;
    this.parameters = parameters;
    this.rowStart = new int[left.types() + 1];
  }

  void observe(Range leftSentences, Range rightSentences, double weight) {
    add(words(left, leftSentences), words(right, rightSentences), weight, NULL_WORD, NULL_WORD);
  }

  /** Adds a known rendering. Only words that occur in the texts are learnt. */
  void observe(Precedent precedent) {
    int[] lefts = idsOf(left, precedent.left());
    int[] rights = idsOf(right, precedent.right());
    float leftMissing = NULL_WORD + MISSING_WORD * (precedent.left().size() - lefts.length);
    float rightMissing = NULL_WORD + MISSING_WORD * (precedent.right().size() - rights.length);
    double weight = precedent.rendering().weight();
    if (lefts.length > 0 && rights.length > 0) {
      add(lefts, rights, weight, leftMissing, rightMissing);
    }
  }

  private void add(int[] lefts, int[] rights, double weight, float noLeft, float noRight) {
    beads.add(new WeightedBead(lefts, rights, weight, noLeft, noRight));
  }

  private static int[] idsOf(TokenIds tokens, List<String> words) {
    return words.stream()
        .mapToInt(tokens::id)
        .filter(id -> id >= 0 && id < tokens.wordTypes())
        .toArray();
  }

  double[] leftCounts() {
    double[] counts = new double[left.types()];
    beads.forEach(bead -> Arrays.stream(bead.lefts).forEach(z -> counts[z] += bead.weight));
    return counts;
  }

  double[] rightCounts() {
    double[] counts = new double[right.types()];
    beads.forEach(bead -> Arrays.stream(bead.rights).forEach(e -> counts[e] += bead.weight));
    return counts;
  }

  private static int[] words(TokenIds tokens, Range sentences) {
    int[] words = new int[tokens.start(sentences.end()) - tokens.start(sentences.start())];
    int size = 0;
    for (int i = sentences.start(); i < sentences.end(); i++) {
      for (int p = tokens.start(i); p < tokens.cognateStart(i); p++) {
        words[size++] = tokens.at(p);
      }
    }
    return Arrays.copyOf(words, size);
  }

  TokenPairs learn(TokenPairs known) {
    findPairs();
    start(known);
    for (int step = 1; step <= parameters.steps(); step++) {
      Arrays.fill(rightCount, 0);
      Arrays.fill(leftCount, 0);
      Interruption.check();
      beads.forEach(this::expect);
      maximise(step == parameters.steps() ? (float) parameters.discount() : 0);
    }
    TokenPairs.Builder pairs = new TokenPairs.Builder(rights.length / 4);
    for (int z = 0; z < left.types(); z++) {
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        if (rightGivenLeft[k] > MIN_PROBABILITY || leftGivenRight[k] > MIN_PROBABILITY) {
          pairs.add(rights[k], rightGivenLeft[k], leftGivenRight[k]);
        }
      }
      pairs.endRow();
    }
    return pairs.build();
  }

  private void findPairs() {
    List<List<WeightedBead>> beadsOf = new ArrayList<>();
    for (int z = 0; z < left.types(); z++) {
      beadsOf.add(new ArrayList<>(2));
    }
    for (WeightedBead bead : beads) {
      Arrays.stream(bead.lefts).distinct().forEach(z -> beadsOf.get(z).add(bead));
    }
    int[] stamp = new int[right.types()];
    int[] pairOf = new int[right.types()];
    int size = 0;
    for (int z = 0; z < left.types(); z++) {
      for (WeightedBead bead : beadsOf.get(z)) {
        for (int e : bead.rights) {
          if (stamp[e] != z + 1) {
            stamp[e] = z + 1;
            rights = size == rights.length ? Arrays.copyOf(rights, 2 * size) : rights;
            rights[size++] = e;
          }
        }
      }
      Arrays.sort(rights, rowStart[z], size);
      rowStart[z + 1] = size;
      for (int k = rowStart[z]; k < size; k++) {
        pairOf[rights[k]] = k;
      }
      for (WeightedBead bead : beadsOf.get(z)) {
        indexPairs(bead, z, pairOf);
      }
    }
    rights = Arrays.copyOf(rights, size);
  }

  private static void indexPairs(WeightedBead bead, int z, int[] pairOf) {
    int columns = bead.rights.length;
    for (int q = 0; q < bead.lefts.length; q++) {
      if (bead.lefts[q] == z) {
        for (int e = 0; e < columns; e++) {
          bead.pairs[q * columns + e] = pairOf[bead.rights[e]];
        }
      }
    }
  }

  private void start(TokenPairs known) {
    rightGivenLeft = new float[rights.length];
    leftGivenRight = new float[rights.length];
    rightCount = new float[rights.length];
    leftCount = new float[rights.length];
    for (int z = 0; z < left.types(); z++) {
      int at = known.rowStart(z);
      int end = known.rowStart(z + 1);
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        while (at < end && known.right(at) < rights[k]) {
          at++;
        }
        boolean found = at < end && known.right(at) == rights[k];
        rightGivenLeft[k] = (float) (PAIR_PRIOR + (found ? known.rightGivenLeft(at) : 0));
        leftGivenRight[k] = (float) (PAIR_PRIOR + (found ? known.leftGivenRight(at) : 0));
      }
    }
  }

  /** Expectation: divides each word of a bead among the words of the other side. */
  private void expect(WeightedBead bead) {
    int columns = bead.rights.length;
    float[] rightShare = new float[columns];
    float[] leftShare = new float[bead.lefts.length];
    Arrays.fill(rightShare, bead.noLeft);
    Arrays.fill(leftShare, bead.noRight);
    for (int q = 0; q < leftShare.length; q++) {
      for (int e = 0; e < columns; e++) {
        int pair = bead.pairs[q * columns + e];
        rightShare[e] += rightGivenLeft[pair];
        leftShare[q] += leftGivenRight[pair];
      }
    }
    for (int e = 0; e < columns; e++) {
      rightShare[e] = bead.weight / rightShare[e];
    }
    for (int q = 0; q < leftShare.length; q++) {
      float share = bead.weight / leftShare[q];
      for (int e = 0; e < columns; e++) {
        int pair = bead.pairs[q * columns + e];
        rightCount[pair] += rightGivenLeft[pair] * rightShare[e];
        leftCount[pair] += leftGivenRight[pair] * share;
      }
    }
  }

  private void maximise(float discount) {
    double[] leftTotal = new double[left.types()];
    double[] rightTotal = new double[right.types()];
    Arrays.fill(leftTotal, parameters.prior());
    Arrays.fill(rightTotal, parameters.prior());
    for (int z = 0; z < left.types(); z++) {
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        leftTotal[z] += rightCount[k];
        rightTotal[rights[k]] += leftCount[k];
      }
    }
    float[] leftFactor = reciprocals(rightTotal);
    for (int z = 0; z < left.types(); z++) {
      float rightFactor = (float) (1 / leftTotal[z]);
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        rightGivenLeft[k] = Math.max(0, rightCount[k] - discount) * rightFactor;
        leftGivenRight[k] = Math.max(0, leftCount[k] - discount) * leftFactor[rights[k]];
      }
    }
  }

  private static float[] reciprocals(double[] values) {
    float[] reciprocals = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      reciprocals[k] = (float) (1 / values[k]);
    }
    return reciprocals;
  }
}
