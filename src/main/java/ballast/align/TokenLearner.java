package ballast.align;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns from weighted beads of one document which of its words translate each other: IBM Model 1
 * (Brown et al. 1993) in both directions, by expectation and maximisation, from what is known
 * already. Used once; not thread-safe.
 */
final class TokenLearner {

  /** Probability given in advance to every pair that meets. */
  private static final double MEETING = 0.02;

  /** What explains a token that none of the others does: the NULL word of IBM 1. */
  private static final float NULL = 0.05f;

  /** What a word of a rendering explains that is in neither text. */
  private static final float MISSING = 0.1f;

  /** Pairs less probable than this both ways are forgotten. */
  private static final double WORTH = 0.01;

  private final Tokens left;
  private final Tokens right;
  private final AlignerParameters parameters;
  private final List<Seen> seen = new ArrayList<>();

  /** Pairs that meet, row by row. */
  private final int[] rowStart;

  private int[] rights = new int[1024];
  private float[] rightGivenLeft = new float[0];
  private float[] leftGivenRight = new float[0];
  private float[] rightCount = new float[0];
  private float[] leftCount = new float[0];

  /**
   * One bead: its words on both sides, how probable it is, what explains a word when none of the
   * other side does, and where its pairs are.
   */
  private static final class Seen {
    private final int[] lefts;
    private final int[] rights;
    private final float weight;
    private final float noLeft;
    private final float noRight;
    private final int[] pairs;

    Seen(int[] lefts, int[] rights, double weight, float noLeft, float noRight) {
      this.lefts = lefts;
      this.rights = rights;
      this.weight = (float) weight;
      this.noLeft = noLeft;
      this.noRight = noRight;
      this.pairs = new int[lefts.length * rights.length];
    }
  }

  TokenLearner(Tokens left, Tokens right, AlignerParameters parameters) {
    this.left = left;
    this.right = right;
    this.parameters = parameters;
    this.rowStart = new int[left.types() + 1];
  }

  /** Adds a bead to learn from. */
  void see(Range leftSentences, Range rightSentences, double weight) {
    add(words(left, leftSentences), words(right, rightSentences), weight, NULL, NULL);
  }

  /** Adds a known rendering; of its words only those that are in the texts can be learnt. */
  void see(Precedent precedent) {
    int[] lefts = known(left, precedent.left());
    int[] rights = known(right, precedent.right());
    float leftMissing = NULL + MISSING * (precedent.left().size() - lefts.length);
    float rightMissing = NULL + MISSING * (precedent.right().size() - rights.length);
    double weight = precedent.rendering().weight();
    if (lefts.length > 0 && rights.length > 0) {
      add(lefts, rights, weight, leftMissing, rightMissing);
    }
  }

  private void add(int[] lefts, int[] rights, double weight, float noLeft, float noRight) {
    seen.add(new Seen(lefts, rights, weight, noLeft, noRight));
  }

  private static int[] known(Tokens tokens, List<String> words) {
    return words.stream()
        .mapToInt(tokens::id)
        .filter(id -> id >= 0 && id < tokens.wordTypes())
        .toArray();
  }

  /** For each left type how often it was seen. */
  double[] leftSeen() {
    double[] counts = new double[left.types()];
    seen.forEach(bead -> Arrays.stream(bead.lefts).forEach(z -> counts[z] += bead.weight));
    return counts;
  }

  /** For each right type how often it was seen. */
  double[] rightSeen() {
    double[] counts = new double[right.types()];
    seen.forEach(bead -> Arrays.stream(bead.rights).forEach(e -> counts[e] += bead.weight));
    return counts;
  }

  private static int[] words(Tokens tokens, Range sentences) {
    int[] words = new int[tokens.start(sentences.end()) - tokens.start(sentences.start())];
    int size = 0;
    for (int i = sentences.start(); i < sentences.end(); i++) {
      for (int p = tokens.start(i); p < tokens.anchorStart(i); p++) {
        words[size++] = tokens.at(p);
      }
    }
    return Arrays.copyOf(words, size);
  }

  /**
   * What the beads teach.
   *
   * @param known what was known before
   */
  TokenPairs learn(TokenPairs known) {
    findPairs();
    start(known);
    for (int step = 1; step <= parameters.learningSteps(); step++) {
      Arrays.fill(rightCount, 0);
      Arrays.fill(leftCount, 0);
      seen.forEach(this::expect);
      maximise(step == parameters.learningSteps() ? parameters.learningDiscount() : 0);
    }
    TokenPairs.Builder pairs = new TokenPairs.Builder(rights.length / 4);
    for (int z = 0; z < left.types(); z++) {
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        if (rightGivenLeft[k] > WORTH || leftGivenRight[k] > WORTH) {
          pairs.add(rights[k], rightGivenLeft[k], leftGivenRight[k]);
        }
      }
      pairs.endRow();
    }
    return pairs.build();
  }

  private void findPairs() {
    List<List<Seen>> beadsOf = new ArrayList<>();
    for (int z = 0; z < left.types(); z++) {
      beadsOf.add(new ArrayList<>(2));
    }
    for (Seen bead : seen) {
      Arrays.stream(bead.lefts).distinct().forEach(z -> beadsOf.get(z).add(bead));
    }
    int[] stamp = new int[right.types()];
    int[] pairOf = new int[right.types()];
    int size = 0;
    for (int z = 0; z < left.types(); z++) {
      for (Seen bead : beadsOf.get(z)) {
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
      for (Seen bead : beadsOf.get(z)) {
        place(bead, z, pairOf);
      }
    }
    rights = Arrays.copyOf(rights, size);
  }

  /** Tells a bead where the pairs of one of its words are. */
  private static void place(Seen bead, int z, int[] pairOf) {
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
        rightGivenLeft[k] = (float) (MEETING + (found ? known.rightGivenLeft(at) : 0));
        leftGivenRight[k] = (float) (MEETING + (found ? known.leftGivenRight(at) : 0));
      }
    }
  }

  /** Shares each word of a bead among those of the other side. */
  private void expect(Seen bead) {
    int columns = bead.rights.length;
    for (int e = 0; e < columns; e++) {
      float sum = bead.noLeft;
      for (int k = e; k < bead.pairs.length; k += columns) {
        sum += rightGivenLeft[bead.pairs[k]];
      }
      float share = bead.weight / sum;
      for (int k = e; k < bead.pairs.length; k += columns) {
        rightCount[bead.pairs[k]] += rightGivenLeft[bead.pairs[k]] * share;
      }
    }
    for (int row = 0; row < bead.pairs.length; row += columns) {
      float sum = bead.noRight;
      for (int k = row; k < row + columns; k++) {
        sum += leftGivenRight[bead.pairs[k]];
      }
      float share = bead.weight / sum;
      for (int k = row; k < row + columns; k++) {
        leftCount[bead.pairs[k]] += leftGivenRight[bead.pairs[k]] * share;
      }
    }
  }

  private void maximise(double discount) {
    double[] leftTotal = new double[left.types()];
    double[] rightTotal = new double[right.types()];
    Arrays.fill(leftTotal, parameters.learningPrior());
    Arrays.fill(rightTotal, parameters.learningPrior());
    for (int z = 0; z < left.types(); z++) {
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        leftTotal[z] += rightCount[k];
        rightTotal[rights[k]] += leftCount[k];
      }
    }
    for (int z = 0; z < left.types(); z++) {
      for (int k = rowStart[z]; k < rowStart[z + 1]; k++) {
        rightGivenLeft[k] = (float) (Math.max(0, rightCount[k] - discount) / leftTotal[z]);
        leftGivenRight[k] = (float) (Math.max(0, leftCount[k] - discount) / rightTotal[rights[k]]);
      }
    }
  }
}
