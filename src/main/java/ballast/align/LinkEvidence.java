package ballast.align;

import ballast.align.Coverage.Covered;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of the content of a bead is said on both sides when each word translates at most one
 * word of the other side, which a model of independent words does not see: content that is said
 * twice on one side and once on the other is half covered.
 *
 * <p>Words are linked softly ({@link BeadLinks}). Common words do not count, rare ones count up to
 * {@value #MAX_RARITY} each. Not thread-safe.
 */
final class LinkEvidence {

  private static final double MAX_RARITY = 10;

  /** Words of which minus the log of their share is below this do not count. */
  private static final double COMMON_RARITY = 3;

  /** Left sentences whose links are cached; more than a bead can have. */
  private static final int CACHED_ROWS = 512;

  /** A link is an index in the left sentence and, in this many bits, a distance on the right. */
  private static final int DISTANCE_BITS = 20;

  /** Sentences that are exchanged have this many times the coverage of the usual order. */
  private static final double CLEARLY = 1.25;

  private final Tokens left;
  private final Tokens right;
  private final TokenPairs pairs;
  private final Upcoming upcoming;
  private final double[] leftRarity;
  private final double[] rightRarity;

  private final Band band;
  private final int depth;

  /**
   * The most recently used rows of links, the one of each left sentence at its number modulo {@link
   * #CACHED_ROWS}: beads come in order, and all links of a long text would need too much memory.
   */
  private final @Nullable Row[] rows;

  /** The links of the sentence that is being read, in any order. */
  private int[] read = new int[1024];

  private int[] readPairs = new int[1024];

  private final BeadLinks links;

  /** The coverage of the beads of a path, which is read more than once. */
  private final Map<Link, Coverage> ofPath = new HashMap<>();

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
    this.left = tokens.left();
    this.rows = new Row[CACHED_ROWS];
    this.right = tokens.right();
    this.upcoming = new Upcoming(right);
    this.pairs = pairs;
    this.links = new BeadLinks(parameters);
    this.leftRarity = rarity(left);
    this.rightRarity = rarity(right);
  }

  /** The same as {@link #coverage(Range, Range)} for a bead of the path, found once. */
  Coverage ofPath(Link link) {
    return ofPath.computeIfAbsent(link, bead -> coverage(bead.left(), bead.right()));
  }

  /** How much of a bead is said on both sides. */
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

  /** For each type its rarity, minus the log of its share, limited. */
  private static double[] rarity(Tokens tokens) {
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

    /** From here the distances of the links are counted. */
    private final int firstPosition;

    /** Where the links to each right sentence begin, and where the last ones end. */
    private final int[] starts;

    private final int[] links;

    /** The pair of types of each link. */
    private final int[] pairs;

    /**
     * @param sentence the left sentence
     * @param sentences the right sentences that can have links
     * @param found links in any order
     * @param foundPairs their pairs
     * @param size how many there are
     */
    Row(int sentence, Range sentences, int[] found, int[] foundPairs, int size, Tokens right) {
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

    private int sentence(int link, Tokens right) {
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
    // Tokens that do not fit beside a distance, in a sentence of thousands, have no links.
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
}
