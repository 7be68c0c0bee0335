package ballast.align;

import java.util.Arrays;

/**
 * The soft links between the words of one bead. The strength of a link is the product of both
 * directions (Liang, Taskar and Klein 2006), each raised for words at the same relative place and
 * lowered for distant ones ({@link DiagonalPrior}): the words of a bead that lacks a sentence, or
 * has one too many, are out of place. Used for one bead after the other; not thread-safe.
 */
final class BeadLinks {

  private final double linkNull;
  private final DiagonalPrior prior;
  private int size;
  private int[] left = new int[256];
  private int[] right = new int[256];
  private float[] forward = new float[256];
  private float[] backward = new float[256];

  /** The same with regard to places. */
  private float[] placedForward = new float[256];

  private float[] placedBackward = new float[256];

  /**
   * How much each word of a bead is linked, in [0, 1].
   *
   * @param left the left words
   * @param right the right words
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, and made for every bead that is scored
  record Shares(double[] left, double[] right) {}

  BeadLinks(AlignerParameters.PairWeights parameters) {
    this.linkNull = parameters.linkNull();
    this.prior = new DiagonalPrior(parameters.steepness());
  }

  /** Begins another bead. */
  void clear() {
    size = 0;
  }

  /**
   * Adds a link.
   *
   * @param q index of the left word in the bead
   * @param p index of the right word
   * @param rightGivenLeft the probability of the right word
   * @param leftGivenRight the probability of the left word
   */
  void add(int q, int p, float rightGivenLeft, float leftGivenRight) {
    if (size == left.length) {
      left = Arrays.copyOf(left, 2 * size);
      right = Arrays.copyOf(right, 2 * size);
      forward = Arrays.copyOf(forward, 2 * size);
      backward = Arrays.copyOf(backward, 2 * size);
      placedForward = new float[2 * size];
      placedBackward = new float[2 * size];
    }
    left[size] = q;
    right[size] = p;
    forward[size] = rightGivenLeft;
    backward[size++] = leftGivenRight;
  }

  /**
   * Divides each word among its links.
   *
   * @param lefts number of left words
   * @param rights number of right words
   * @param exchanged this many right words are taken to stand at the end and not at the beginning
   */
  Shares share(int lefts, int rights, int exchanged) {
    int[] leftPlaces = DiagonalPrior.places(lefts);
    int[] rightPlaces = DiagonalPrior.places(rights);
    double[] leftSum = new double[lefts];
    double[] rightSum = new double[rights];
    Arrays.fill(leftSum, linkNull);
    Arrays.fill(rightSum, linkNull);
    for (int k = 0; k < size; k++) {
      int at = right[k] < exchanged ? right[k] + rights - exchanged : right[k] - exchanged;
      int q = leftPlaces[left[k]];
      int p = rightPlaces[at];
      placedBackward[k] = backward[k] * prior.of(q, p);
      placedForward[k] = forward[k] * prior.of(p, q);
      leftSum[left[k]] += placedBackward[k];
      rightSum[right[k]] += placedForward[k];
    }
    Shares shares = new Shares(new double[lefts], new double[rights]);
    for (int k = 0; k < size; k++) {
      double agreement =
          placedBackward[k] / leftSum[left[k]] * placedForward[k] / rightSum[right[k]];
      shares.left[left[k]] += agreement;
      shares.right[right[k]] += agreement;
    }
    return shares;
  }

  /**
   * Words that translate each other stand at about the same relative place of their texts: the
   * trust in a link falls exponentially with its distance from the diagonal (C. Dyer, V. Chahuneau
   * and N. A. Smith, "A Simple, Fast, and Effective Reparameterization of IBM Model 2", NAACL
   * 2013). Immutable.
   */
  private static final class DiagonalPrior {

    /** How many relative places are told apart. */
    private static final int PLACES = 128;

    private final float[] trust = new float[PLACES];
    private final float[] mean = new float[PLACES];

    /**
     * @param steepness the exponent for a link from one end of a text to the other; 0: places do
     *     not count
     */
    DiagonalPrior(double steepness) {
      for (int distance = 0; distance < PLACES; distance++) {
        trust[distance] = (float) Math.exp(-steepness * distance / PLACES);
      }
      for (int place = 0; place < PLACES; place++) {
        for (int other = 0; other < PLACES; other++) {
          mean[place] += trust[Math.abs(place - other)] / PLACES;
        }
      }
    }

    /** The relative places of the words of a text of this many, each in [0, 127]. */
    static int[] places(int size) {
      int[] places = new int[size];
      double step = (double) PLACES / size;
      for (int index = 0; index < size; index++) {
        places[index] = (int) ((index + 0.5) * step);
      }
      return places;
    }

    /**
     * How many times as probable a link from a place to another one is as to a place chosen
     * blindly, above 0.
     */
    float of(int place, int other) {
      return trust[Math.abs(place - other)] / mean[place];
    }
  }
}
