package ballast.align;

import ballast.align.TokenIds.Upcoming;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of a bead: how much of its content is on both sides if each word translates at most
 * one word of the other side. Content that occurs twice on one side and once on the other is half
 * covered, which a model of independent words does not see.
 *
 * <p>Words are linked softly ({@link BeadLinks}). Common words do not count; rare ones count up to
 * {@value #MAX_RARITY} each. Not thread-safe.
 */
final class LinkEvidence {

  private static final double MAX_RARITY = 10;

  /** Minimum of minus the log of a word's share; more common words do not count. */
  private static final double COMMON_RARITY = 3;

  /** Left sentences with cached links; more than a bead can have. */
  private static final int CACHED_ROWS = 512;

  /** A link is an index in the left sentence and, in this many bits, a distance on the right. */
  private static final int DISTANCE_BITS = 20;

  /** Minimum ratio of the coverage in exchanged order to that in the usual order. */
  private static final double CLEARLY = 1.25;

  private final TokenIds left;
  private final TokenIds right;
  private final TokenPairs pairs;
  private final Upcoming upcoming;
  private final double[] leftRarity;
  private final double[] rightRarity;

  private final Band band;
  private final int depth;

  /**
   * The most recently used rows of links; each left sentence's row is at its number modulo {@link
   * #CACHED_ROWS}. Beads come in order, and all links of a long text would need too much memory.
   */
  private final @Nullable Row[] rows;

  private int[] read = new int[1024];

  private int[] readPairs = new int[1024];

  private final BeadLinks links;

  /** The coverage of the path's beads, which is read more than once. */
  private final Map<Link, Coverage> ofPath = new HashMap<>();

  /**
   * @param band contains all beads that will be scored
   * @param depth maximum number of left sentences in a bead
   */
  LinkEvidence(
      DocumentTokens tokens,
      TokenPairs pairs,
      Band band,
      int depth,
      AlignerParameters.PairWeights parameters) {
    this.band = band;
    this.depth = depth;
    this.left = tokens.left();
    this.rows = new Row[CACHED_ROWS];
    this.right = tokens.right();
    this.upcoming = new Upcoming(right);
    this.pairs = pairs;
    this.links = new BeadLinks(parameters);
    this.leftRarity = rarity(left);
    this.rightRarity = rarity(right);
  }

  /** The same as {@link #coverage(Range, Range)}, cached, for a bead of the path. */
  Coverage ofPath(Link link) {
    return ofPath.computeIfAbsent(link, bead -> coverage(bead.left(), bead.right()));
  }

  Coverage coverage(Range source, Range target) {
    find(source, target);
    Coverage coverage = coverage(source, target, 0);
    if (source.size() != 2 || target.size() != 2) {
      return coverage;
    }
    // A translation may exchange two sentences.
    Coverage exchanged = coverage(source, target, right.size(target.start()));
    return exchanged.covered() > CLEARLY * coverage.covered() ? exchanged : coverage;
  }

  private Coverage coverage(Range source, Range target, int exchanged) {
    BeadLinks.Shares shares =
        links.share(
            left.start(source.end()) - left.start(source.start()),
            right.start(target.end()) - right.start(target.start()),
            exchanged);
    return Coverage.of(
        covered(left, leftRarity, source, shares.left()),
        covered(right, rightRarity, target, shares.right()));
  }

  private static List<Coverage.Covered> covered(
      TokenIds tokens, double[] rarity, Range range, double[] cover) {
    List<Coverage.Covered> sentences = new ArrayList<>(range.size());
    int from = tokens.start(range.start());
    for (int i = range.start(); i < range.end(); i++) {
      double covered = 0;
      double mass = 0;
      for (int p = tokens.start(i); p < tokens.start(i + 1); p++) {
        covered += rarity[tokens.at(p)] * cover[p - from];
        mass += rarity[tokens.at(p)];
      }
      sentences.add(new Coverage.Covered(covered, mass));
    }
    return sentences;
  }

  private static double[] rarity(TokenIds tokens) {
    double[] rarity = new double[tokens.types()];
    for (int type = 0; type < rarity.length; type++) {
      rarity[type] =
          Math.min(MAX_RARITY, Math.max(0, -Math.log(tokens.share(type)) - COMMON_RARITY));
    }
    return rarity;
  }

  private void find(Range source, Range target) {
    links.clear();
    int rightFrom = right.start(target.start());
    int leftFrom = left.start(source.start());
    for (int i = source.start(); i < source.end(); i++) {
      int q = left.start(i) - leftFrom;
      Row row = row(i);
      int shift = row.firstPosition - rightFrom;
      for (int at = row.start(target.start()); at < row.start(target.end()); at++) {
        int link = row.links[at];
        links.add(
            q + (link >>> DISTANCE_BITS),
            shift + (link & ((1 << DISTANCE_BITS) - 1)),
            pairs.rightGivenLeft(row.pairs[at]),
            pairs.leftGivenRight(row.pairs[at]));
      }
    }
  }

  /** All links of a left sentence, those to the same right sentence together. */
  private static final class Row {

    private final int sentence;

    private final int firstSentence;

    /** The position from which the links' distances are counted. */
    private final int firstPosition;

    /** The beginning of the links to each right sentence, and the end of the last ones. */
    private final int[] starts;

    private final int[] links;

    /** The pair of types of each link. */
    private final int[] pairs;

    /**
     * @param sentences the right sentences that can have links
     * @param found links in any order; only the first {@code size} count
     */
    Row(int sentence, Range sentences, int[] found, int[] foundPairs, int size, TokenIds right) {
      this.sentence = sentence;
      this.firstSentence = sentences.start();
      this.firstPosition = right.start(sentences.start());
      this.starts = new int[sentences.size() + 1];
      this.links = new int[size];
      this.pairs = new int[size];
      for (int at = 0; at < size; at++) {
        starts[sentence(found[at], right) + 1]++;
      }
      for (int j = 0; j < sentences.size(); j++) {
        starts[j + 1] += starts[j];
      }
      int[] next = starts.clone();
      for (int at = 0; at < size; at++) {
        int to = next[sentence(found[at], right)]++;
        links[to] = found[at];
        pairs[to] = foundPairs[at];
      }
    }

    private int sentence(int link, TokenIds right) {
      return right.sentenceOf(firstPosition + (link & ((1 << DISTANCE_BITS) - 1))) - firstSentence;
    }

    private int start(int sentence) {
      return starts[Math.max(0, Math.min(starts.length - 1, sentence - firstSentence))];
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
    int last = Math.min(right.start(to), first + (1 << DISTANCE_BITS));
    upcoming.moveTo(first);
    int size = 0;
    // Tokens beyond the range of an index, in sentences of thousands, have no links.
    int tokens = Math.min(left.size(sentence), 1 << (Integer.SIZE - DISTANCE_BITS));
    for (int q = 0; q < tokens; q++) {
      int z = left.at(left.start(sentence) + q);
      for (int k = pairs.rowStart(z); k < pairs.rowStart(z + 1); k++) {
        for (int p = upcoming.first(pairs.right(k)); p < last; p = right.following(p)) {
          if (size == read.length) {
            read = Arrays.copyOf(read, 2 * size);
            readPairs = Arrays.copyOf(readPairs, 2 * size);
          }
          read[size] = q << DISTANCE_BITS | (p - first);
          readPairs[size++] = k;
        }
      }
    }
    return new Row(sentence, new Range(from, to), read, readPairs, size, right);
  }

  /**
   * The soft links between the words of one bead. A link's strength is the product of both
   * directions (Liang, Taskar and Klein 2006), each raised for words at the same relative place and
   * lowered for distant ones ({@link DiagonalPrior}): a bead with a missing or extra sentence has
   * its words out of place. Reused for one bead after the other; not thread-safe.
   */
  static final class BeadLinks {

    private final double linkNull;
    private final DiagonalPrior prior;
    private int size;
    private int[] left = new int[256];
    private int[] right = new int[256];
    private float[] forward = new float[256];
    private float[] backward = new float[256];

    private float[] placedForward = new float[256];

    private float[] placedBackward = new float[256];

    /** How much each word of a bead is linked, in [0, 1]. */
    @SuppressWarnings("ArrayRecordComponent") // read once, and created for every scored bead
    record Shares(double[] left, double[] right) {}

    BeadLinks(AlignerParameters.PairWeights parameters) {
      this.linkNull = parameters.linkNull();
      this.prior = new DiagonalPrior(parameters.steepness());
    }

    void clear() {
      size = 0;
    }

    /**
     * @param q index of the left word in the bead
     * @param p index of the right word in the bead
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
     * @param exchanged number of right words moved from the beginning to the end of the bead
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
     * Prior for words that translate each other at about the same relative place of their texts.
     * The trust in a link falls exponentially with its distance from the diagonal (C. Dyer, V.
     * Chahuneau and N. A. Smith, "A Simple, Fast, and Effective Reparameterization of IBM Model 2",
     * NAACL 2013). Immutable.
     */
    private static final class DiagonalPrior {

      /** Number of distinct relative places. */
      private static final int PLACES = 128;

      private final float[] trust = new float[PLACES];
      private final float[] mean = new float[PLACES];

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

      /** The relative places of the words of a text of this size, each in [0, 127]. */
      static int[] places(int size) {
        int[] places = new int[size];
        double step = (double) PLACES / size;
        for (int index = 0; index < size; index++) {
          places[index] = (int) ((index + 0.5) * step);
        }
        return places;
      }

      /** Probability of a link between two places relative to a link to a random place, above 0. */
      float of(int place, int other) {
        return trust[Math.abs(place - other)] / mean[place];
      }
    }
  }

  /** How much of a bead's content is on both sides. */
  record Coverage(
      List<Covered> leftSentences,
      List<Covered> rightSentences,
      Covered leftAll,
      Covered rightAll) {

    /**
     * How much of a sentence's content is on the other side of its bead.
     *
     * @param covered sum of the rarity of its words, each times the strength of its links
     * @param mass sum of the rarity of all its words
     */
    record Covered(double covered, double mass) {

      private static Covered all(List<Covered> sentences) {
        double covered = 0;
        double mass = 0;
        for (Covered sentence : sentences) {
          covered += sentence.covered;
          mass += sentence.mass;
        }
        return new Covered(covered, mass);
      }

      /** The covered share, in [0, 1]; 0 if all words are common. */
      double share() {
        return mass == 0 ? 0 : covered / mass;
      }
    }

    static Coverage of(List<Covered> leftSentences, List<Covered> rightSentences) {
      return new Coverage(
          leftSentences, rightSentences, Covered.all(leftSentences), Covered.all(rightSentences));
    }

    /** The covered share of the left words, weighed by rarity, in [0, 1]. */
    double left() {
      return leftAll.share();
    }

    double right() {
      return rightAll.share();
    }

    /** Rarity of the covered words of both sides. */
    double covered() {
      return leftAll.covered() + rightAll.covered();
    }

    double mass() {
      return leftAll.mass() + rightAll.mass();
    }

    double min() {
      return Math.min(left(), right());
    }
  }
}
