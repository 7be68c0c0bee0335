package ballast.revise;

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

  /** Old and new sentences of a pair, what it costs beside its words, how alike it must be. */
  private record Shape(int old, int revised, double share, double least) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(1, 1, 0, 0.25),
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

  private final List<Sentence> before;
  private final List<Sentence> after;
  private final Bags bags;
  private final Twins twins;

  /**
   * @param twins which sentences have an equal one on the other side, and belong to it alone
   */
  PairLattice(List<Sentence> before, List<Sentence> after, Bags bags, Twins twins) {
    this.before = before;
    this.after = after;
    this.bags = bags;
    this.twins = twins;
  }

  /** The pairs of two stretches, in order. */
  List<Pair> pairs(Range old, Range revised) {
    int columns = revised.size() + 1;
    byte[][] steps = new byte[old.size() + 1][columns];
    double[][] costs = new double[ROWS][columns];
    Overlaps overlaps = new Overlaps(bags, old, revised);
    for (int i = 0; i <= old.size(); i++) {
      double[] row = costs[i % ROWS];
      overlaps.advance(i);
      for (int j = 0; j < columns; j++) {
        row[j] = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
        if (i > 0) {
          double cost = costs[(i - 1) % ROWS][j] + overlaps.oldWeight(i - 1);
          row[j] = offer(row[j], cost, steps[i], j, REMOVED);
        }
        if (j > 0) {
          double cost = row[j - 1] + overlaps.newWeight(j - 1);
          row[j] = offer(row[j], cost, steps[i], j, ADDED);
        }
        for (byte s = 0; s < SHAPES.size(); s++) {
          Shape shape = SHAPES.get(s);
          if (shape.old <= i && shape.revised <= j) {
            double cost = cost(shape, old.start() + i, revised.start() + j, i, j, overlaps);
            double sum = costs[(i - shape.old) % ROWS][j - shape.revised] + cost;
            row[j] = offer(row[j], sum, steps[i], j, s);
          }
        }
      }
    }
    return path(old, revised, steps);
  }

  private static double offer(double best, double cost, byte[] steps, int at, byte step) {
    if (cost < best) {
      steps[at] = step;
      return cost;
    }
    return best;
  }

  /** The cost of a pair that ends before {@code oldEnd} and {@code newEnd}; infinite if no pair. */
  private double cost(Shape shape, int oldEnd, int newEnd, int i, int j, Overlaps overlaps) {
    int oldStart = oldEnd - shape.old;
    int newStart = newEnd - shape.revised;
    boolean single = shape.old + shape.revised == 2;
    if (single && twins.areTwins(oldStart, newStart)) {
      return 0;
    }
    if (!overlaps.mayPair(i, j, shape.old, shape.revised) && !sharesSource(oldStart, newStart)) {
      return Double.POSITIVE_INFINITY;
    }
    if (twins.holds(oldStart, oldEnd, newStart, newEnd)
        || (!single && !mayJoin(oldStart, oldEnd, newStart, newEnd))) {
      return Double.POSITIVE_INFINITY;
    }
    double similarity = bags.similarity(oldStart, oldEnd, newStart, newEnd);
    double least = Math.max(shape.least, isOneKind(oldStart, newStart) ? 0 : SAME);
    if (similarity < least || (!single && !allParts(oldStart, oldEnd, newStart, newEnd))) {
      return Double.POSITIVE_INFINITY;
    }
    double weight = overlaps.weight(i, j, shape.old, shape.revised);
    return weight * (1 - similarity + shape.share);
  }

  private boolean sharesSource(int old, int revised) {
    return !Collections.disjoint(before.get(old).sources(), after.get(revised).sources());
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
  private static boolean isOneBlock(List<Sentence> sentences, int start, int end) {
    return sentences.get(start).block() == sentences.get(end - 1).block();
  }

  /** Whether each sentence has its share in what the two sides have in common. */
  private boolean allParts(int oldStart, int oldEnd, int newStart, int newEnd) {
    int[] a = bags.before(oldStart, oldEnd);
    int[] b = bags.after(newStart, newEnd);
    for (int i = oldStart; i < oldEnd; i++) {
      int[] part = bags.before(i, i + 1);
      if (bags.overlap(part, b) < LEAST_PART * bags.weight(part)) {
        return false;
      }
    }
    for (int j = newStart; j < newEnd; j++) {
      int[] part = bags.after(j, j + 1);
      if (bags.overlap(part, a) < LEAST_PART * bags.weight(part)) {
        return false;
      }
    }
    return true;
  }

  private List<Pair> path(Range old, Range revised, byte[][] steps) {
    List<Pair> pairs = new ArrayList<>();
    int i = old.size();
    int j = revised.size();
    while (i > 0 || j > 0) {
      byte step = steps[i][j];
      int oldPart = step == REMOVED ? 1 : step == ADDED ? 0 : SHAPES.get(step).old;
      int newPart = step == REMOVED ? 0 : step == ADDED ? 1 : SHAPES.get(step).revised;
      Range a = new Range(old.start() + i - oldPart, old.start() + i);
      Range b = new Range(revised.start() + j - newPart, revised.start() + j);
      double similarity =
          oldPart * newPart == 0 ? 0 : bags.similarity(a.start(), a.end(), b.start(), b.end());
      pairs.add(new Pair(a, b, similarity, false));
      i -= oldPart;
      j -= newPart;
    }
    Collections.reverse(pairs);
    return pairs;
  }
}
