package ballast.language.matching;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best way to pair a stretch of old sentences with a stretch of new ones, in order: exact
 * dynamic programming over the shapes 1-1, 1-2, 2-1, 1-3, 3-1, 2-2, 1-0 and 0-1. What a pair costs
 * is the weight of the words that its two sides do not have in common, and something for a shape
 * that is not 1-1.
 */
final class PairLattice {

  /**
   * Old and new sentences of a pair, what it costs beside its words, how alike the sides must be:
   * of single ones as the demands say.
   */
  private record Shape(int old, int revised, double share, double least) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(1, 1, 0, 0),
          new Shape(1, 2, 0.06, 0.4),
          new Shape(2, 1, 0.06, 0.4),
          new Shape(1, 3, 0.12, 0.45),
          new Shape(3, 1, 0.12, 0.45),
          new Shape(2, 2, 0.16, 0.45));

  private static final byte REMOVED = 100;
  private static final byte ADDED = 101;

  /** So much of a sentence must be on the other side before it is joined with its neighbour. */
  private static final double LEAST_PART = 0.25;

  /** Two sentences of different types are one only if they are as good as equal. */
  private static final double SAME = 0.8;

  private static final int ROWS = 4;

  private final List<Item> before;
  private final List<Item> after;
  private final Likeness likeness;
  private final Demands demands;
  private final ItemWords words;
  private final Twins twins;
  private final List<Shape> shapes;

  PairLattice(List<Item> before, List<Item> after, Likeness likeness, Demands demands) {
    this.before = before;
    this.after = after;
    this.likeness = likeness;
    this.demands = demands;
    this.words = new ItemWords(likeness);
    this.twins = new Twins(before, after);
    this.shapes = demands.joined() ? SHAPES : SHAPES.subList(0, 1);
  }

  /** The pairs of two stretches, in order. */
  List<Pair> pairs(Range old, Range revised, Band band) {
    byte[][] steps = new byte[old.size() + 1][];
    double[][] costs = new double[ROWS][];
    Overlaps overlaps = new Overlaps(words, old, revised);
    for (int i = 0; i <= old.size(); i++) {
      int low = band.low(i);
      // A pair of several reaches back from the rows that follow.
      int reached = band.high(Math.min(old.size(), i + ROWS - 2));
      overlaps.advance(i, Math.max(0, low - ROWS + 1), Math.min(revised.size(), reached));
      costs[i % ROWS] = new double[band.high(i) - low + 1];
      steps[i] = new byte[band.high(i) - low + 1];
      for (int j = low; j <= band.high(i); j++) {
        fill(new Cell(i, j, old.start() + i, revised.start() + j), band, overlaps, costs, steps);
      }
    }
    return path(old, revised, band, steps);
  }

  /** A place before an old and a new sentence, in the table and in the versions. */
  private record Cell(int i, int j, int oldEnd, int newEnd) {}

  /** Finds the cheapest step to a cell. */
  private void fill(Cell cell, Band band, Overlaps overlaps, double[][] costs, byte[][] steps) {
    int i = cell.i;
    int j = cell.j;
    double best = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
    byte step = 0;
    if (i > 0 && band.has(i - 1, j)) {
      double cost = cost(costs, band, i - 1, j) + overlaps.oldWeight(i - 1);
      if (cost < best) {
        best = cost;
        step = REMOVED;
      }
    }
    if (j > band.low(i)) {
      double cost = cost(costs, band, i, j - 1) + overlaps.newWeight(j - 1);
      if (cost < best) {
        best = cost;
        step = ADDED;
      }
    }
    for (byte s = 0; s < shapes.size(); s++) {
      Shape shape = shapes.get(s);
      if (shape.old <= i && shape.revised <= j && band.has(i - shape.old, j - shape.revised)) {
        double sum =
            cost(costs, band, i - shape.old, j - shape.revised) + cost(shape, cell, overlaps);
        if (sum < best) {
          best = sum;
          step = s;
        }
      }
    }
    costs[i % ROWS][j - band.low(i)] = best;
    steps[i][j - band.low(i)] = step;
  }

  private static double cost(double[][] costs, Band band, int i, int j) {
    return costs[i % ROWS][j - band.low(i)];
  }

  /** The cost of a pair that ends at a cell; infinite if it is no pair. */
  private double cost(Shape shape, Cell cell, Overlaps overlaps) {
    int oldStart = cell.oldEnd - shape.old;
    int newStart = cell.newEnd - shape.revised;
    boolean single = shape.old + shape.revised == 2;
    if (single && twins.areTwins(oldStart, newStart)) {
      return 0;
    }
    if (!overlaps.mayPair(cell.i, cell.j, shape.old, shape.revised)
        && !likeness.areBound(oldStart, newStart)) {
      return Double.POSITIVE_INFINITY;
    }
    if (twins.holds(oldStart, cell.oldEnd, newStart, cell.newEnd)
        || (!single && !mayJoin(oldStart, cell.oldEnd, newStart, cell.newEnd))) {
      return Double.POSITIVE_INFINITY;
    }
    double similarity = likeness.of(oldStart, cell.oldEnd, newStart, cell.newEnd);
    double least = single ? demands.inOrder() : shape.least;
    if (similarity < Math.max(least, isOneKind(oldStart, newStart) ? 0 : SAME)
        || (!single && !allParts(oldStart, cell.oldEnd, newStart, cell.newEnd))) {
      return Double.POSITIVE_INFINITY;
    }
    double weight = overlaps.weight(cell.i, cell.j, shape.old, shape.revised);
    return weight * (1 - similarity + shape.share);
  }

  private boolean isOneKind(int old, int revised) {
    return group(before.get(old).type()) == group(after.get(revised).type());
  }

  private static int group(BlockType type) {
    return switch (type) {
      case HEADING -> 1;
      case CELL -> 2;
      case MARK, FURNITURE -> 3;
      default -> 0;
    };
  }

  private boolean mayJoin(int oldStart, int oldEnd, int newStart, int newEnd) {
    return isOneBlock(before, oldStart, oldEnd) && isOneBlock(after, newStart, newEnd);
  }

  /** Sentences are joined inside of a paragraph only, and never with a heading. */
  private static boolean isOneBlock(List<Item> sentences, int start, int end) {
    return sentences.get(start).block() == sentences.get(end - 1).block();
  }

  /** Whether each sentence has its share in what the two sides have in common. */
  private boolean allParts(int oldStart, int oldEnd, int newStart, int newEnd) {
    int[] a = words.before(oldStart, oldEnd);
    int[] b = words.after(newStart, newEnd);
    for (int i = oldStart; i < oldEnd; i++) {
      int[] part = words.before(i, i + 1);
      if (words.overlap(part, b) < LEAST_PART * words.weight(part)) {
        return false;
      }
    }
    for (int j = newStart; j < newEnd; j++) {
      int[] part = words.after(j, j + 1);
      if (words.overlap(part, a) < LEAST_PART * words.weight(part)) {
        return false;
      }
    }
    return true;
  }

  private List<Pair> path(Range old, Range revised, Band band, byte[][] steps) {
    List<Pair> pairs = new ArrayList<>();
    int i = old.size();
    int j = revised.size();
    while (i > 0 || j > 0) {
      byte step = steps[i][j - band.low(i)];
      int oldPart = step == REMOVED ? 1 : step == ADDED ? 0 : SHAPES.get(step).old;
      int newPart = step == REMOVED ? 0 : step == ADDED ? 1 : SHAPES.get(step).revised;
      Range a = new Range(old.start() + i - oldPart, old.start() + i);
      Range b = new Range(revised.start() + j - newPart, revised.start() + j);
      double similarity =
          oldPart * newPart == 0 ? 0 : likeness.of(a.start(), a.end(), b.start(), b.end());
      pairs.add(new Pair(a, b, similarity, false));
      i -= oldPart;
      j -= newPart;
    }
    Collections.reverse(pairs);
    return pairs;
  }
}
