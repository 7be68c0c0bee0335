package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;
import java.util.List;

/**
 * A first path through two texts by cheap evidence: lengths, blocks and shared rare tokens. All
 * cells of short texts are searched; of long ones a bounded number, around the chain of anchors.
 */
final class CoarsePath {

  /** The most cells to visit, whatever the texts. */
  static final long MAX_CELLS = 6_000_000;

  private static final double ANCHOR_WEIGHT = 0.5;

  private final DocumentScorer.Texts texts;
  private final Anchors anchors;

  CoarsePath(DocumentScorer.Texts texts) {
    this.texts = texts;
    this.anchors = Anchors.between(texts.left(), texts.right());
  }

  /** A path that tiles both sides. */
  List<Link> find() {
    Band band = band();
    LengthModel lengths = LengthModel.of(texts.left(), texts.right(), texts.parameters());
    ShapeModel shapes = ShapeModel.usual(texts.shapes());
    BeadLattice lattice = new BeadLattice(band, texts.shapes(), texts.parameters().continuation());
    return lattice.bestPath(new Scorer(lengths, shapes, band, lattice.depth()));
  }

  /** All cells when they are few enough, else as many as fit around the anchors. */
  Band band() {
    int rows = texts.left().size();
    int columns = texts.right().size();
    if ((long) (rows + 1) * (columns + 1) <= MAX_CELLS) {
      return Band.full(rows, columns);
    }
    int[] line = line(rows, columns);
    int reach = (int) Math.max(1, MAX_CELLS / 4 / (Math.max(rows, columns) + 1));
    Band band = Band.widened(line, line, columns, reach);
    while (band.cells() > MAX_CELLS && reach > 1) {
      reach = reach * 2 / 3;
      band = Band.widened(line, line, columns, reach);
    }
    return band;
  }

  /** For each row a column: straight lines between the corners and the anchors of the chain. */
  private int[] line(int rows, int columns) {
    int[] line = new int[rows + 1];
    int row = 0;
    int column = 0;
    for (Anchors.Point point : anchors.chain(columns)) {
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

  /** Sums of anchor weights are kept for as many rows as a bead can be long. */
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
      for (Anchors.Point point : anchors.points()) {
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
          + ANCHOR_WEIGHT * shared;
    }

    private float[] row(int sentence) {
      int at = sentence % ring.length;
      if (rowOf[at] != sentence) {
        rowOf[at] = sentence;
        int from = band.low(Math.max(0, sentence - depth + 1));
        int to = band.high(Math.min(band.rows(), sentence + depth));
        float[] sums = ring[at];
        float sum = 0;
        int done = from;
        for (int k = firstPoint[sentence]; k < firstPoint[sentence + 1]; k++) {
          Anchors.Point point = anchors.points().get(k);
          if (point.right() >= from && point.right() < to) {
            Arrays.fill(sums, done, point.right() + 1, sum);
            done = point.right() + 1;
            sum += (float) point.weight();
          }
        }
        Arrays.fill(sums, done, to + 1, sum);
      }
      return ring[at];
    }
  }
}
