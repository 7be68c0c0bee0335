package ballast.language.matching;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.language.matching.Likeness.Demands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds the best pairing of old and new sentences, in order: exact dynamic programming over the
 * shapes 1-1, 1-2, 2-1, 1-3, 3-1, 2-2, 1-0 and 0-1. The cost of a pair is the weight of the words
 * that only one side contains, plus a surcharge for shapes other than 1-1.
 */
final class PairLattice {

  /**
   * The numbers of old and new sentences of a pair, the surcharge as a share of its weight, and the
   * minimum likeness of its sides; for 1-1 the demands give the latter.
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

  /** Minimum share of a sentence on the other side for joining it with its neighbour. */
  private static final double MIN_PART = 0.25;

  /** Minimum likeness of corresponding sentences of different block types. */
  private static final double SAME = 0.8;

  /** Minimum cost of a pair of several sentences, as a share of the weight of any of them. */
  private static final double MIN_JOINED_SHARE = 0.06;

  /** Reach of the first band around the diagonal, in sentences. */
  private static final int FIRST_REACH = 8;

  private static final int ROWS = 4;

  private final List<Likeness.Item> oldItems;
  private final List<Likeness.Item> newItems;
  private final Likeness likeness;
  private final Demands demands;
  private final ItemWords words;
  private final Duplicates twins;
  private final List<Shape> shapes;

  PairLattice(
      List<Likeness.Item> oldItems,
      List<Likeness.Item> newItems,
      Duplicates twins,
      Likeness likeness,
      Demands demands) {
    this.oldItems = oldItems;
    this.newItems = newItems;
    this.likeness = likeness;
    this.demands = demands;
    this.words = new ItemWords(likeness);
    this.twins = twins;
    this.shapes = demands.joined() ? SHAPES : SHAPES.subList(0, 1);
  }

  /**
   * Adds the pairs of the best path, in order. Equal sentences at the beginning of both sides are
   * paired first, and equal ones at the end if they have no other equal.
   */
  void addPairs(Range old, Range revised, List<PairOrder.Pair> pairs) {
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

  private static PairOrder.Pair equal(int old, int revised) {
    return new PairOrder.Pair(new Range(old, old + 1), new Range(revised, revised + 1), 1, false);
  }

  /**
   * Returns the best pairs, in order.
   *
   * <p>The best path in a first band gives an upper bound of the cost. That bound gives the width
   * of a band that contains the best path of all.
   */
  private List<PairOrder.Pair> best(Range old, Range revised) {
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

  List<PairOrder.Pair> pairs(Range old, Range revised, Band band) {
    return path(old, revised, table(old, revised, band, new Overlaps(words, old, revised)));
  }

  private static Band diagonal(Range old, Range revised, int reach) {
    return Band.diagonal(old.size(), revised.size(), reach);
  }

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

  /** Returns whether sentences may be joined: only inside a paragraph, and never with a heading. */
  private static boolean isOneBlock(List<Likeness.Item> sentences, int start, int end) {
    return sentences.get(start).block() == sentences.get(end - 1).block();
  }

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

  private List<PairOrder.Pair> path(Range old, Range revised, Table table) {
    List<PairOrder.Pair> pairs = new ArrayList<>();
    int i = old.size();
    int j = revised.size();
    while (i > 0 || j > 0) {
      byte step = table.steps[i][j - table.band.low(i)];
      int oldPart = step == REMOVED ? 1 : step == ADDED ? 0 : SHAPES.get(step).old;
      int newPart = step == REMOVED ? 0 : step == ADDED ? 1 : SHAPES.get(step).revised;
      Range a = new Range(old.start() + i - oldPart, old.start() + i);
      Range b = new Range(revised.start() + j - newPart, revised.start() + j);
      pairs.add(new PairOrder.Pair(a, b, similarity(a, b), false));
      i -= oldPart;
      j -= newPart;
    }
    Collections.reverse(pairs);
    return pairs;
  }

  /** Returns the first number that passes a test, as all after it do; {@code end} if none does. */
  static int first(int end, IntPredicate test) {
    int low = 0;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (test.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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

  /**
   * Sentences that occur in the other version at least as often. Each is paired only with an equal
   * one, so that an unchanged sentence is never mistaken for an edited one.
   */
  static final class Duplicates {

    private final List<Likeness.Item> oldItems;
    private final List<Likeness.Item> newItems;
    private final Map<Integer, int[]> counts = new HashMap<>();

    Duplicates(List<Likeness.Item> oldItems, List<Likeness.Item> newItems) {
      this.oldItems = oldItems;
      this.newItems = newItems;
      oldItems.forEach(s -> counts.computeIfAbsent(s.text(), text -> new int[2])[0]++);
      newItems.forEach(s -> counts.computeIfAbsent(s.text(), text -> new int[2])[1]++);
    }

    boolean areTwins(int old, int revised) {
      return oldItems.get(old).text() == newItems.get(revised).text();
    }

    /** Returns whether two sentences are twins with a text that occurs nowhere else. */
    boolean areOnly(int old, int revised) {
      int[] count = counts.get(oldItems.get(old).text());
      return areTwins(old, revised) && count != null && count[0] == 1 && count[1] == 1;
    }

    /** Returns whether one of these sentences has a twin. */
    boolean holds(int oldStart, int oldEnd, int newStart, int newEnd) {
      return holds(oldItems, oldStart, oldEnd, 0) || holds(newItems, newStart, newEnd, 1);
    }

    private boolean holds(List<Likeness.Item> sentences, int start, int end, int side) {
      for (int i = start; i < end; i++) {
        int[] count = counts.get(sentences.get(i).text());
        if (count != null && count[side] <= count[1 - side]) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Finds, row by row, the sentences that share enough words: most do not and need not be compared.
   */
  private static final class Overlaps {

    /** Minimum share of the lighter sentence that two sentences of a pair have in common. */
    private static final double MIN_SHARE = 0.12;

    private final ItemWords words;
    private final Range old;
    private final double[] oldWeights;
    private final double[] newWeights;
    private final Map<Integer, List<int[]>> places = new HashMap<>();
    private final float[][] rows;

    Overlaps(ItemWords words, Range old, Range revised) {
      this.words = words;
      this.old = old;
      this.oldWeights = new double[old.size()];
      this.newWeights = new double[revised.size()];
      this.rows = new float[4][revised.size()];
      for (int i = 0; i < oldWeights.length; i++) {
        oldWeights[i] = words.oldWeight(old.start() + i);
      }
      for (int j = 0; j < newWeights.length; j++) {
        newWeights[j] = words.newWeight(revised.start() + j);
        addPlaces(words.newWords(revised.start() + j, revised.start() + j + 1), j);
      }
    }

    private void addPlaces(int[] codes, int sentence) {
      for (int k = 0; k < codes.length; ) {
        int end = runEnd(codes, k);
        places.computeIfAbsent(codes[k], c -> new ArrayList<>()).add(new int[] {sentence, end - k});
        k = end;
      }
    }

    private static int runEnd(int[] codes, int start) {
      int end = start;
      while (end < codes.length && codes[end] == codes[start]) {
        end++;
      }
      return end;
    }

    /** Computes the row of old sentence {@code i - 1}; the three previous rows remain available. */
    void advance(int i, int from, int to) {
      if (i == 0) {
        return;
      }
      float[] row = rows[i & 3];
      Arrays.fill(row, from, to, 0);
      int[] codes = words.oldWords(old.start() + i - 1, old.start() + i);
      for (int k = 0; k < codes.length; ) {
        int end = runEnd(codes, k);
        float weight = (float) words.weight(codes[k]);
        List<int[]> all = places.getOrDefault(codes[k], List.of());
        int first = from == 0 ? 0 : first(all.size(), at -> all.get(at)[0] >= from);
        for (int at = first; at < all.size() && all.get(at)[0] < to; at++) {
          row[all.get(at)[0]] += weight * Math.min(end - k, all.get(at)[1]);
        }
        k = end;
      }
    }

    double[] oldWeights() {
      return oldWeights;
    }

    double[] newWeights() {
      return newWeights;
    }

    double oldWeight(int i) {
      return oldWeights[i];
    }

    double newWeight(int j) {
      return newWeights[j];
    }

    /** Returns the weight of both sides of a pair that ends before {@code i} and {@code j}. */
    double weight(int i, int j, int olds, int news) {
      double weight = 0;
      for (int k = i - olds; k < i; k++) {
        weight += oldWeights[k];
      }
      for (int k = j - news; k < j; k++) {
        weight += newWeights[k];
      }
      return weight;
    }

    boolean mayPair(int i, int j, int olds, int news) {
      for (int a = i - olds + 1; a <= i; a++) {
        float sum = 0;
        double minOverlap = MIN_SHARE * oldWeights[a - 1];
        for (int b = j - news; b < j; b++) {
          sum += rows[a & 3][b];
          minOverlap = Math.min(minOverlap, MIN_SHARE * newWeights[b]);
        }
        if (sum < minOverlap || sum == 0) {
          return false;
        }
      }
      for (int b = j - news; news > 1 && b < j; b++) {
        float sum = 0;
        for (int a = i - olds + 1; a <= i; a++) {
          sum += rows[a & 3][b];
        }
        if (sum < MIN_SHARE * newWeights[b]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A lower bound for the cost of a path that leaves a {@link Band#diagonal}: the path must add and
   * remove extra sentences, at best the lightest ones.
   */
  private static final class Detour {

    private final double[] olds;
    private final double[] news;
    private final double share;

    /**
     * @param share minimum cost of an extra sentence as a share of its weight
     */
    Detour(double[] oldWeights, double[] newWeights, double share) {
      this.olds = sums(oldWeights);
      this.news = sums(newWeights);
      this.share = share;
    }

    /** Returns the total weight of the lightest sentences, by number of sentences. */
    private static double[] sums(double[] weights) {
      double[] sorted = weights.clone();
      Arrays.sort(sorted);
      double[] sums = new double[sorted.length + 1];
      for (int i = 0; i < sorted.length; i++) {
        sums[i + 1] = sums[i] + sorted[i];
      }
      return sums;
    }

    /**
     * Returns the minimum cost of leaving a band of this reach; infinite if nothing is outside it.
     */
    double cost(int reach) {
      int more = news.length - olds.length;
      int removed = reach + 1 + Math.max(0, -more);
      int added = reach + 1 + Math.max(0, more);
      return removed >= olds.length || added >= news.length
          ? Double.POSITIVE_INFINITY
          : share * (olds[removed] + news[added]);
    }

    /** Returns the minimum reach of a band that contains every path of this cost or less. */
    int reach(double cost) {
      return first(Math.min(olds.length, news.length), reach -> cost(reach) > cost);
    }
  }

  /**
   * The cells examined in a table of old against new sentences. A cell is a position before an old
   * and a new sentence, so a table has one more row and column than there are sentences. The cells
   * of a row are contiguous. From row to row they never move back, and neighbouring rows overlap.
   */
  static final class Band {

    private final int[] lows;
    private final int[] highs;

    private Band(int rows) {
      this.lows = new int[rows + 1];
      this.highs = new int[rows + 1];
    }

    /** Returns the cells around the diagonals from the first to the last cell. */
    static Band diagonal(int rows, int columns, int reach) {
      Band band = new Band(rows);
      int more = columns - rows;
      for (int i = 0; i <= rows; i++) {
        band.lows[i] = Math.max(0, i + Math.min(0, more) - reach);
        band.highs[i] = Math.min(columns, i + Math.max(0, more) + reach);
      }
      return band;
    }

    /**
     * Returns the cells around the straight lines between points.
     *
     * @param chain pairs of old and new positions, both ascending
     */
    static Band around(List<int[]> chain, int rows, int columns, int reach) {
      int[] line = new int[rows + 1];
      int row = 0;
      int column = 0;
      for (int[] point : chain) {
        straight(line, row, column, point[0], point[1]);
        row = point[0];
        column = point[1];
      }
      straight(line, row, column, rows, columns);
      Band band = new Band(rows);
      for (int i = 0; i <= rows; i++) {
        // A path begins at the first column, wherever the line begins.
        band.lows[i] = i == 0 ? 0 : Math.max(0, line[i] - reach);
        band.highs[i] = Math.min(columns, line[Math.min(rows, i + 1)] + reach);
      }
      return band;
    }

    private static void straight(int[] line, int row, int column, int toRow, int toColumn) {
      for (int i = row; i <= toRow; i++) {
        long rise = (long) (toColumn - column) * (i - row);
        line[i] = column + (int) (rise / Math.max(1, toRow - row));
      }
    }

    int low(int row) {
      return lows[row];
    }

    /** Last column of a row, inclusive. */
    int high(int row) {
      return highs[row];
    }

    boolean has(int row, int column) {
      return column >= lows[row] && column <= highs[row];
    }
  }
}
