package ballast.align;

import ballast.bitext.Interruption;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A first path through two texts, from cheap evidence: lengths, blocks and shared rare words. Short
 * texts are searched completely, long ones in a limited number of cells around the chain of similar
 * sentences.
 */
final class CoarsePath {

  /** Maximum number of cells to visit, for texts of any length. */
  static final long MAX_CELLS = 6_000_000;

  /** Sentences of a window, both sides together. Texts up to this length are one window. */
  static final int WINDOW = 4000;

  /** Maximum cells of a lattice that is searched completely. */
  private static final long FULL_SEARCH_CELLS = 160_000;

  /** Distance from the chain of similar sentences to search, in sentences. */
  private static final int REACH = 40;

  private static final double SIMILARITY = 4;

  private static final Shapes SHAPES = new Shapes(3, 2, 1);

  private final BothTexts texts;
  private final Similarities similarities;

  /** Null for several windows, because the tokens of long texts would need too much memory. */
  private final @Nullable DocumentTokens tokens;

  CoarsePath(BothTexts texts, Similarities similarities) {
    this(texts, similarities, null);
  }

  private CoarsePath(BothTexts texts, Similarities similarities, @Nullable DocumentTokens tokens) {
    this.texts = texts;
    this.similarities = similarities;
    this.tokens = tokens;
  }

  static CoarsePath of(BothTexts texts) {
    DocumentTokens tokens = DocumentTokens.of(texts);
    SimilarityFinder finder =
        new SimilarityFinder(tokens.left(), tokens.right(), tokens.known(), texts);
    Similarities found = new Similarities(finder.find());
    boolean oneWindow = texts.left().size() + texts.right().size() <= CoarsePath.WINDOW;
    return new CoarsePath(
        texts, texts.blocks().barriers().within(found), oneWindow ? tokens : null);
  }

  Search search(BothTexts part) {
    return tokens == null ? new Search(part) : new Search(part, Rescorer.Weights.BUNDLED, tokens);
  }

  Similarities similarities() {
    return similarities;
  }

  List<Link> find() {
    Band band = band();
    LengthModel lengths = LengthModel.of(texts.left(), texts.right(), texts.parameters().lengths());
    ShapeModel shapes = ShapeModel.of(texts.parameters().shapes());
    double continuation = texts.parameters().shapes().continuation();
    BeadLattice lattice =
        new BeadLattice(band, SHAPES, BeadLattice.Continuation.of(continuation, texts));
    return lattice.bestPath(new Scorer(lengths, shapes, band, lattice.depth()));
  }

  /** All cells if they are few, otherwise those around the chain of similar sentences. */
  Band band() {
    return texts.blocks().barriers().narrow(unbarred());
  }

  private Band unbarred() {
    int rows = texts.left().size();
    int columns = texts.right().size();
    long all = (long) (rows + 1) * (columns + 1);
    if (all <= FULL_SEARCH_CELLS) {
      return Band.full(rows, columns);
    }
    List<Similarities.Point> chain = similarities.chain(columns);
    boolean dense = chain.size() * 10 > Math.min(rows, columns);
    if (!dense && all <= MAX_CELLS) {
      return Band.full(rows, columns);
    }
    int[] line = line(chain, rows, columns);
    int reach = dense ? REACH : (int) Math.max(1, MAX_CELLS / 4 / (Math.max(rows, columns) + 1));
    Band band = Band.widened(line, line, columns, reach);
    while (band.cells() > MAX_CELLS && reach > 1) {
      reach = reach * 2 / 3;
      band = Band.widened(line, line, columns, reach);
    }
    return band;
  }

  /** A column for each row, on straight lines between the corners and the points of the chain. */
  private static int[] line(List<Similarities.Point> chain, int rows, int columns) {
    int[] line = new int[rows + 1];
    int row = 0;
    int column = 0;
    for (Similarities.Point point : chain) {
      straight(line, row, column, point.left(), point.right());
      row = point.left();
      column = point.right();
    }
    straight(line, row, column, rows, columns);
    return line;
  }

  private static void straight(int[] line, int row, int column, int toRow, int toColumn) {
    for (int i = row; i <= toRow; i++) {
      long rise = (long) (toColumn - column) * (i - row);
      line[i] = column + (int) (rise / Math.max(1, toRow - row));
    }
  }

  /** Scores beads by lengths, blocks and similarities; caches as many rows as a bead can have. */
  private final class Scorer implements BeadScorer {

    private final LengthModel lengths;
    private final ShapeModel shapes;
    private final Band band;
    private final int depth;
    private final float[][] ring;
    private final int[] rowOf;
    private final int[] firstPoint;

    Scorer(LengthModel lengths, ShapeModel shapes, Band band, int depth) {
      this.lengths = lengths;
      this.shapes = shapes;
      this.band = band;
      this.depth = depth;
      this.ring = new float[depth + 1][texts.right().size() + 1];
      this.rowOf = new int[depth + 1];
      Arrays.fill(rowOf, -1);
      this.firstPoint = new int[texts.left().size() + 1];
      for (Similarities.Point point : similarities.points()) {
        firstPoint[point.left() + 1]++;
      }
      for (int i = 0; i < texts.left().size(); i++) {
        firstPoint[i + 1] += firstPoint[i];
      }
    }

    @Override
    public double score(Range source, Range target) {
      BlockEvidence blocks = texts.blocks();
      if (target.isEmpty()) {
        return blocks.alone(texts.left(), source.start());
      }
      if (source.isEmpty()) {
        return blocks.alone(texts.right(), target.start());
      }
      double structure = blocks.paired(source, target);
      if (structure == Double.NEGATIVE_INFINITY) {
        return structure;
      }
      double shared = 0;
      for (int i = source.start(); i < source.end(); i++) {
        float[] sums = row(i);
        shared += sums[target.end()] - sums[target.start()];
      }
      return structure
          + shapes.score(source.size(), target.size())
          + lengths.score(texts.left().length(source), texts.right().length(target))
          + SIMILARITY * shared;
    }

    private float[] row(int sentence) {
      int at = sentence % ring.length;
      if (rowOf[at] != sentence) {
        rowOf[at] = sentence;
        int from = band.low(Math.max(0, sentence - depth + 1));
        int to = band.high(Math.min(band.rows(), sentence + depth));
        float[] sums = ring[at];
        float sum = 0;
        int filled = from;
        for (int k = firstPoint[sentence]; k < firstPoint[sentence + 1]; k++) {
          Similarities.Point point = similarities.points().get(k);
          if (point.right() >= from && point.right() < to) {
            Arrays.fill(sums, filled, point.right() + 1, sum);
            filled = point.right() + 1;
            sum += (float) point.weight();
          }
        }
        Arrays.fill(sums, filled, to + 1, sum);
      }
      return ring[at];
    }
  }

  /**
   * Finds, for each left sentence, the right sentences that share the rarest words with it. Skips
   * words that occur in very many sentences, so work and memory are bounded by the length of the
   * texts. Used once; not thread-safe.
   */
  private static final class SimilarityFinder {

    /** Maximum candidates for each left sentence. */
    private static final int MAX_CANDIDATES = 6;

    /** Minimum weight of a candidate; below it the likeness is chance. */
    private static final double MIN_WEIGHT = 0.4;

    /** Factor for the weight of all candidates but the best. */
    private static final double RIVAL_FACTOR = 0.6;

    /** Minimum geometric mean of both probabilities of a pair of words. */
    private static final double MIN_PROBABILITY = 0.04;

    private static final double ANCHOR_WEIGHT = 1.2;

    private static final Comparator<Similarities.Point> WORST_FIRST =
        Comparator.comparingDouble(Similarities.Point::weight)
            .thenComparing(Comparator.comparingInt(Similarities.Point::right).reversed());

    private final TokenIds left;
    private final TokenIds right;
    private final TokenPairs pairs;
    private final BothTexts texts;
    private final LengthModel lengths;
    private final int maxOccurrences;
    private final double[] norm;
    private final float[] sums;
    private final int[] touched;
    private int touchedCount;

    SimilarityFinder(TokenIds left, TokenIds right, TokenPairs pairs, BothTexts texts) {
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
}
