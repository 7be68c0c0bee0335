package ballast.align;

import ballast.align.Coverage.Covered;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the content of a bead is said on both sides when each word translates at most one
 * word of the other side, which a model of independent words does not see: content that is said
 * twice on one side and once on the other is half covered.
 *
 * <p>Words are linked softly: the strength of a link is the product of both directions (Liang,
 * Taskar and Klein 2006). Common words do not count, rare ones count up to {@value #MAX_RARITY}
 * each. Not thread-safe.
 */
final class LinkEvidence {

  private static final double MAX_RARITY = 10;

  /** Words of which minus the log of their share is below this do not count. */
  private static final double COMMON_RARITY = 3;

  /** Left sentences whose links are cached; more than a bead can have. */
  private static final int CACHED_ROWS = 256;

  /** How many numbers describe a link. */
  private static final int LINK_FIELDS = 3;

  private final Tokens left;
  private final Tokens right;
  private final TokenPairs pairs;
  private final double linkNull;
  private final double[] leftRarity;
  private final double[] rightRarity;

  private final Band band;
  private final int depth;

  /**
   * The most recently used rows of links, the one of each left sentence at its number modulo {@link
   * #CACHED_ROWS}: beads come in order, and all links of a long text would need too much memory.
   */
  private final @Nullable Row[] rows;

  /** How many links the current bead has; the arrays below belong to it. */
  private int links;

  private int[] linkLeft = new int[256];
  private int[] linkRight = new int[256];
  private double[] leftCover = new double[0];
  private double[] rightCover = new double[0];
  private float[] forward = new float[256];
  private float[] backward = new float[256];

  /**
   * @param band contains all beads that will be scored
   * @param depth the most left sentences a bead can have
   */
  LinkEvidence(
      DocumentTokens tokens,
      TokenPairs pairs,
      Band band,
      int depth,
      AlignerParameters.PairWeights parameters) {
    this.band = band;
    this.depth = depth;
    this.rows = new Row[CACHED_ROWS];
    this.left = tokens.left();
    this.right = tokens.right();
    this.pairs = pairs;
    this.linkNull = parameters.linkNull();
    this.leftRarity = rarity(left);
    this.rightRarity = rarity(right);
  }

  /** How much of a bead is said on both sides. */
  Coverage coverage(Range source, Range target) {
    cover(source, target);
    List<Covered> lefts = covered(left, leftRarity, source, leftCover);
    List<Covered> rights = covered(right, rightRarity, target, rightCover);
    return Coverage.of(lefts, rights);
  }

  private static List<Covered> covered(
      Tokens tokens, double[] rarity, Range range, double[] cover) {
    List<Covered> sentences = new ArrayList<>(range.size());
    int from = tokens.start(range.start());
    for (int i = range.start(); i < range.end(); i++) {
      double covered = 0;
      double mass = 0;
      for (int p = tokens.start(i); p < tokens.start(i + 1); p++) {
        covered += rarity[tokens.at(p)] * cover[p - from];
        mass += rarity[tokens.at(p)];
      }
      sentences.add(new Covered(covered, mass));
    }
    return sentences;
  }

  private void cover(Range source, Range target) {
    int leftFrom = left.start(source.start());
    int rightFrom = right.start(target.start());
    int leftSize = left.start(source.end()) - leftFrom;
    int rightSize = right.start(target.end()) - rightFrom;
    find(source, target, rightFrom);
    leftCover = new double[leftSize];
    rightCover = new double[rightSize];
    share();
  }

  /** For each type its rarity, minus the log of its share, limited. */
  private static double[] rarity(Tokens tokens) {
    double[] rarity = new double[tokens.types()];
    for (int type = 0; type < rarity.length; type++) {
      rarity[type] =
          Math.min(MAX_RARITY, Math.max(0, -Math.log(tokens.share(type)) - COMMON_RARITY));
    }
    return rarity;
  }

  private void find(Range source, Range target, int rightFrom) {
    links = 0;
    int leftFrom = left.start(source.start());
    for (int i = source.start(); i < source.end(); i++) {
      int q = left.start(i) - leftFrom;
      Row row = row(i);
      for (int at = row.start(target.start()); at < row.start(target.end()); at += LINK_FIELDS) {
        link(q + row.links[at], row.links[at + 1] - rightFrom, row.links[at + 2]);
      }
    }
  }

  /** All links of a left sentence, those to the same right sentence together. */
  private static final class Row {

    private final int sentence;

    /** For each link the index in the left sentence, the right position and the pair. */
    private final int[] links;

    private final int first;

    /** Where the links to each right sentence begin, and where the last ones end. */
    private final int[] starts;

    /**
     * @param sentence the left sentence
     * @param found links in any order
     * @param size how many elements of {@code found} are used
     * @param first the first right sentence that can have links
     * @param sentences how many right sentences can have links
     */
    Row(int sentence, int[] found, int size, int first, int sentences, Tokens right) {
      this.sentence = sentence;
      this.links = new int[size];
      this.first = first;
      this.starts = new int[sentences + 1];
      for (int at = 0; at < size; at += LINK_FIELDS) {
        starts[right.sentenceOf(found[at + 1]) - first + 1] += LINK_FIELDS;
      }
      for (int j = 0; j < sentences; j++) {
        starts[j + 1] += starts[j];
      }
      int[] next = starts.clone();
      for (int at = 0; at < size; at += LINK_FIELDS) {
        int to = right.sentenceOf(found[at + 1]) - first;
        System.arraycopy(found, at, links, next[to], LINK_FIELDS);
        next[to] += LINK_FIELDS;
      }
    }

    private int start(int sentence) {
      return starts[Math.max(0, Math.min(starts.length - 1, sentence - first))];
    }
  }

  private Row row(int sentence) {
    int index = sentence % CACHED_ROWS;
    Row row = rows[index];
    if (row == null || row.sentence != sentence) {
      row = read(sentence);
      rows[index] = row;
    }
    return row;
  }

  private Row read(int sentence) {
    int from = band.low(Math.max(0, sentence - depth + 1));
    int to = band.high(Math.min(band.rows(), sentence + depth));
    int first = right.start(from);
    int last = right.start(to);
    int[] row = new int[64 * LINK_FIELDS];
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
          size += LINK_FIELDS;
        }
      }
    }
    return new Row(sentence, row, size, from, to - from, right);
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
    Arrays.fill(leftSum, linkNull);
    Arrays.fill(rightSum, linkNull);
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
