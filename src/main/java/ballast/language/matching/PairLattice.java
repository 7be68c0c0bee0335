package ballast.language.matching;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the best pairing of a stretch of old sentences with a stretch of new ones, in order: exact
 * dynamic programming over the shapes 1-1, 1-2, 2-1, 1-3, 3-1, 2-2, 1-0 and 0-1. The cost of a pair
 * is the weight of the words that its sides do not have in common, plus a surcharge for shapes
 * other than 1-1.
 */
final class PairLattice {

  /**
   * The numbers of old and new sentences of a pair, the surcharge as a share of its weight, and the
   * least likeness of its sides; for 1-1 the demands give the latter.
   */
  private record Shape(int old, int revised, double share, double minCost) {}

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

  /**
   * The least share of a sentence that must be on the other side for it to be joined with its
   * neighbour.
   */
  private static final double MIN_PART = 0.25;

  /** The least likeness of two corresponding sentences of different block types. */
  private static final double SAME = 0.8;

  /** The least cost of a pair of several sentences, as a share of the weight of any of them. */
  private static final double MIN_JOINED_SHARE = 0.06;

  /** The reach of the first band around the diagonal, in sentences. */
  private static final int FIRST_REACH = 8;

  private static final int ROWS = 4;

  private final List<Item> oldItems;
  private final List<Item> newItems;
  private final Likeness likeness;
  private final Demands demands;
  private final ItemWords words;
  private final Twins twins;
  private final List<Shape> shapes;

  PairLattice(
      List<Item> oldItems, List<Item> newItems, Twins twins, Likeness likeness, Demands demands) {
    this.oldItems = oldItems;
    this.newItems = newItems;
    this.likeness = likeness;
    this.demands = demands;
    this.words = new ItemWords(likeness);
    this.twins = twins;
    this.shapes = demands.joined() ? SHAPES : SHAPES.subList(0, 1);
  }

  /**
   * Adds the pairs of the best path through two stretches, in order. Equal sentences at the
   * beginning of both are paired first, and equal ones at the end if they have no other equal.
   */
  void addPairs(Range old, Range revised, List<Pair> pairs) {
    int a = old.start();
    int b = revised.start();
    while (a < old.end() && b < revised.end() && twins.areTwins(a, b)) {
      pairs.add(equal(a++, b++));
    }
    int aEnd = old.end();
    int bEnd = revised.end();
    while (a < aEnd && b < bEnd && twins.areOnly(aEnd - 1, bEnd - 1)) {
      aEnd--;
      bEnd--;
    }
    pairs.addAll(best(new Range(a, aEnd), new Range(b, bEnd)));
    while (aEnd < old.end()) {
      pairs.add(equal(aEnd++, bEnd++));
    }
  }

  private static Pair equal(int old, int revised) {
    return new Pair(new Range(old, old + 1), new Range(revised, revised + 1), 1, false);
  }

  /**
   * The pairs of two stretches, in order.
   *
   * <p>The best path in a first band gives an upper bound of the cost, and so the width of a band
   * that contains the best path of all.
   */
  private List<Pair> best(Range old, Range revised) {
    Overlaps overlaps = new Overlaps(words, old, revised);
    Detour detour =
        new Detour(
            overlaps.oldWeights(), overlaps.newWeights(), demands.joined() ? MIN_JOINED_SHARE : 1);
    Table table = table(old, revised, diagonal(old, revised, FIRST_REACH), overlaps);
    if (detour.cost(FIRST_REACH) <= table.cost) {
      int reach = detour.reach(table.cost);
      table = table(old, revised, diagonal(old, revised, reach), overlaps);
    }
    return path(old, revised, table);
  }

  /** The pairs of the best path through a band, in order. */
  List<Pair> pairs(Range old, Range revised, Band band) {
    return path(old, revised, table(old, revised, band, new Overlaps(words, old, revised)));
  }

  private static Band diagonal(Range old, Range revised, int reach) {
    return Band.diagonal(old.size(), revised.size(), reach);
  }

  /** The last step to each cell of a band, and what the way to the last cell costs. */
  @SuppressWarnings("ArrayRecordComponent") // one table a call, never compared
  private record Table(Band band, byte[][] steps, double cost) {}

  private Table table(Range old, Range revised, Band band, Overlaps overlaps) {
    byte[][] steps = new byte[old.size() + 1][];
    double[][] costs = new double[ROWS][];
    for (int i = 0; i <= old.size(); i++) {
      int low = band.low(i);
      // Pairs of several sentences reach back to this row from the following ones.
      int reached = band.high(Math.min(old.size(), i + ROWS - 2));
      overlaps.advance(i, Math.max(0, low - ROWS + 1), Math.min(revised.size(), reached));
      costs[i % ROWS] = new double[band.high(i) - low + 1];
      steps[i] = new byte[band.high(i) - low + 1];
      for (int j = low; j <= band.high(i); j++) {
        fill(new Cell(i, j, old.start() + i, revised.start() + j), band, overlaps, costs, steps);
      }
    }
    return new Table(band, steps, cost(costs, band, old.size(), revised.size()));
  }

  /** A position before an old and a new sentence, in the table and in the versions. */
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

  /** The cost of a pair that ends at a cell; infinite if these sentences cannot be a pair. */
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
    double minCost = single ? demands.inOrder() : shape.minCost;
    if (similarity < Math.max(minCost, isOneKind(oldStart, newStart) ? 0 : SAME)
        || (!single && !allParts(oldStart, cell.oldEnd, newStart, cell.newEnd))) {
      return Double.POSITIVE_INFINITY;
    }
    double weight = overlaps.weight(cell.i, cell.j, shape.old, shape.revised);
    return weight * (1 - similarity + shape.share);
  }

  private boolean isOneKind(int old, int revised) {
    return group(oldItems.get(old).type()) == group(newItems.get(revised).type());
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
    return isOneBlock(oldItems, oldStart, oldEnd) && isOneBlock(newItems, newStart, newEnd);
  }

  /** Whether sentences may be joined: only inside a paragraph, and never with a heading. */
  private static boolean isOneBlock(List<Item> sentences, int start, int end) {
    return sentences.get(start).block() == sentences.get(end - 1).block();
  }

  /** Whether each sentence has enough words in common with the other side. */
  private boolean allParts(int oldStart, int oldEnd, int newStart, int newEnd) {
    int[] a = words.oldWords(oldStart, oldEnd);
    int[] b = words.newWords(newStart, newEnd);
    for (int i = oldStart; i < oldEnd; i++) {
      int[] part = words.oldWords(i, i + 1);
      if (words.overlap(part, b) < MIN_PART * words.weight(part)) {
        return false;
      }
    }
    for (int j = newStart; j < newEnd; j++) {
      int[] part = words.newWords(j, j + 1);
      if (words.overlap(part, a) < MIN_PART * words.weight(part)) {
        return false;
      }
    }
    return true;
  }

  private List<Pair> path(Range old, Range revised, Table table) {
    List<Pair> pairs = new ArrayList<>();
    int i = old.size();
    int j = revised.size();
    while (i > 0 || j > 0) {
      byte step = table.steps[i][j - table.band.low(i)];
      int oldPart = step == REMOVED ? 1 : step == ADDED ? 0 : SHAPES.get(step).old;
      int newPart = step == REMOVED ? 0 : step == ADDED ? 1 : SHAPES.get(step).revised;
      Range a = new Range(old.start() + i - oldPart, old.start() + i);
      Range b = new Range(revised.start() + j - newPart, revised.start() + j);
      pairs.add(new Pair(a, b, similarity(a, b), false));
      i -= oldPart;
      j -= newPart;
    }
    Collections.reverse(pairs);
    return pairs;
  }

  private double similarity(Range old, Range revised) {
    if (old.isEmpty() || revised.isEmpty()) {
      return 0;
    }
    boolean single = old.size() + revised.size() == 2;
    return single && twins.areTwins(old.start(), revised.start())
        ? 1
        : likeness.of(old.start(), old.end(), revised.start(), revised.end());
  }
}
