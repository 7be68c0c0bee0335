package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a bead says is said on both sides, when each word may answer for only one of the
 * other side: what a model of independent words cannot see. Content that comes twice on one side
 * and once on the other is half covered.
 *
 * <p>Words are linked softly: a link is as strong as both directions agree on it (Liang, Taskar and
 * Klein 2006). Common words count for nothing, rare ones for up to {@value #RAREST} each. Not
 * thread-safe.
 */
final class LinkEvidence {

  private static final double RAREST = 10;

  /** Words as common as this, minus the log of their share, count for nothing. */
  private static final double COMMON = 3;

  /** Numbers that are kept for a link. */
  private static final int LINK = 3;

  /** A share this small is as good as none. */
  private static final double SLIGHT = 0.03;

  private final Tokens left;
  private final Tokens right;
  private final TokenPairs pairs;
  private final AlignerParameters parameters;

  private final Band band;
  private final int depth;

  /** For each left sentence its links, once they have been asked for. */
  private final int[] @Nullable [] rows;

  /** The links of the bead at hand. */
  private int links;

  private int[] linkLeft = new int[256];
  private int[] linkRight = new int[256];
  private double[] leftCover = new double[0];
  private double[] rightCover = new double[0];
  private float[] forward = new float[256];
  private float[] backward = new float[256];

  /**
   * @param band the beads that will be asked for lie in it
   * @param depth the most left sentences a bead can have
   */
  LinkEvidence(
      DocumentTokens tokens, TokenPairs pairs, Band band, int depth, AlignerParameters parameters) {
    this.band = band;
    this.depth = depth;
    this.rows = new int[band.rows()][];
    this.left = tokens.left();
    this.right = tokens.right();
    this.pairs = pairs;
    this.parameters = parameters;
  }

  /**
   * How much of a bead is said on both sides.
   *
   * @param left share of the left words that is said on the right, weighed by rarity, in [0, 1]
   * @param leftMass rarity of all left words
   * @param right share of the right words
   * @param rightMass rarity of all right words
   */
  record Coverage(double left, double leftMass, double right, double rightMass) {

    /** The share of the side that is covered less. */
    double least() {
      return Math.min(left, right);
    }
  }

  /** How much of a bead is said on both sides. */
  Coverage coverage(Range source, Range target) {
    cover(source, target);
    double leftMass = mass(left, source, null);
    double rightMass = mass(right, target, null);
    return new Coverage(
        leftMass == 0 ? 0 : mass(left, source, leftCover) / leftMass,
        leftMass,
        rightMass == 0 ? 0 : mass(right, target, rightCover) / rightMass,
        rightMass);
  }

  private static double mass(Tokens tokens, Range range, double @Nullable [] cover) {
    double mass = 0;
    int from = tokens.start(range.start());
    for (int p = from; p < tokens.start(range.end()); p++) {
      mass += rarity(tokens, tokens.at(p)) * (cover == null ? 1 : cover[p - from]);
    }
    return mass;
  }

  /** What coverage says for a bead, nats; against it when below 0. */
  double score(Range source, Range target) {
    cover(source, target);
    return sum(left, source, leftCover, parameters.leftLinks(), parameters.leftNeed())
        + sum(right, target, rightCover, parameters.rightLinks(), parameters.rightNeed());
  }

  private void cover(Range source, Range target) {
    int leftFrom = left.start(source.start());
    int rightFrom = right.start(target.start());
    int leftSize = left.start(source.end()) - leftFrom;
    int rightSize = right.start(target.end()) - rightFrom;
    find(source, leftFrom, rightFrom, rightSize);
    leftCover = new double[leftSize];
    rightCover = new double[rightSize];
    share();
  }

  private double sum(Tokens tokens, Range range, double[] cover, double weight, double need) {
    double score = 0;
    int from = tokens.start(range.start());
    for (int i = range.start(); i < range.end(); i++) {
      double covered = 0;
      double all = 0;
      for (int p = tokens.start(i); p < tokens.start(i + 1); p++) {
        double rarity = rarity(tokens, tokens.at(p));
        covered += rarity * cover[p - from];
        all += rarity;
      }
      score += weight * (covered - need * all) + sentence(covered, all);
    }
    return score;
  }

  /**
   * A sentence of which next to nothing is said on the other side hardly belongs here, however
   * short it is.
   */
  private double sentence(double covered, double all) {
    double need = parameters.sentenceNeed();
    double prior = parameters.sentencePrior();
    double share = (covered + prior * need) / (all + prior);
    return parameters.sentenceWeight() * Math.log((share + SLIGHT) / (need + SLIGHT));
  }

  private static double rarity(Tokens tokens, int type) {
    return Math.min(RAREST, Math.max(0, -Math.log(tokens.share(type)) - COMMON));
  }

  private void find(Range source, int leftFrom, int rightFrom, int rightSize) {
    links = 0;
    for (int i = source.start(); i < source.end(); i++) {
      int q = left.start(i) - leftFrom;
      int[] row = row(i);
      for (int at = 0; at < row.length; at += LINK) {
        int p = row[at + 1] - rightFrom;
        if (p >= 0 && p < rightSize) {
          link(q + row[at], p, row[at + 2]);
        }
      }
    }
  }

  /** All links of a left sentence: for each the place in it, the right position, the pair. */
  private int[] row(int sentence) {
    int[] known = rows[sentence];
    if (known != null) {
      return known;
    }
    int first = right.start(band.low(Math.max(0, sentence - depth + 1)));
    int last = right.start(band.high(Math.min(band.rows(), sentence + depth)));
    int[] row = new int[64 * LINK];
    int size = 0;
    for (int q = 0; q < left.size(sentence); q++) {
      int z = left.at(left.start(sentence) + q);
      for (int k = pairs.rowStart(z); k < pairs.rowStart(z + 1); k++) {
        int e = pairs.right(k);
        int end = right.placeEnd(e);
        if (right.place(end - 1) < first || right.place(right.placeStart(e)) >= last) {
          continue;
        }
        for (int at = right.placeFrom(e, first); at < end && right.place(at) < last; at++) {
          row = size == row.length ? Arrays.copyOf(row, 2 * size) : row;
          row[size] = q;
          row[size + 1] = right.place(at);
          row[size + 2] = k;
          size += LINK;
        }
      }
    }
    row = Arrays.copyOf(row, size);
    rows[sentence] = row;
    return row;
  }

  private void link(int q, int p, int pair) {
    if (links == linkLeft.length) {
      linkLeft = Arrays.copyOf(linkLeft, 2 * links);
      linkRight = Arrays.copyOf(linkRight, 2 * links);
      forward = Arrays.copyOf(forward, 2 * links);
      backward = Arrays.copyOf(backward, 2 * links);
    }
    linkLeft[links] = q;
    linkRight[links] = p;
    forward[links] = pairs.rightGivenLeft(pair);
    backward[links++] = pairs.leftGivenRight(pair);
  }

  private void share() {
    double[] leftSum = new double[leftCover.length];
    double[] rightSum = new double[rightCover.length];
    Arrays.fill(leftSum, parameters.linkNull());
    Arrays.fill(rightSum, parameters.linkNull());
    for (int k = 0; k < links; k++) {
      leftSum[linkLeft[k]] += backward[k];
      rightSum[linkRight[k]] += forward[k];
    }
    for (int k = 0; k < links; k++) {
      double agreement = backward[k] / leftSum[linkLeft[k]] * forward[k] / rightSum[linkRight[k]];
      leftCover[linkLeft[k]] += agreement;
      rightCover[linkRight[k]] += agreement;
    }
  }
}
