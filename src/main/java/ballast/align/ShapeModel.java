package ballast.align;

import java.util.List;

/** How common each bead shape is in a document: the usual shares, corrected by what was seen. */
final class ShapeModel {

  /** The usual shares weigh as much as that many beads seen. */
  private static final double PRIOR_BEADS = 60;

  private final double[][] logs;

  private ShapeModel(double[][] logs) {
    this.logs = logs;
  }

  static ShapeModel usual(List<BeadShape> shapes) {
    return learnt(shapes, new double[shapes.size()]);
  }

  /**
   * @param seen for each shape how many beads of the document have it; fractions for doubtful ones
   */
  static ShapeModel learnt(List<BeadShape> shapes, double[] seen) {
    int rows = shapes.stream().mapToInt(BeadShape::left).max().orElse(0) + 1;
    int columns = shapes.stream().mapToInt(BeadShape::right).max().orElse(0) + 1;
    double total = 0;
    for (int s = 0; s < seen.length; s++) {
      total += seen[s] + PRIOR_BEADS * shapes.get(s).prior();
    }
    double[][] logs = new double[rows][columns];
    for (double[] row : logs) {
      java.util.Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int s = 0; s < seen.length; s++) {
      BeadShape shape = shapes.get(s);
      logs[shape.left()][shape.right()] = Math.log((seen[s] + PRIOR_BEADS * shape.prior()) / total);
    }
    return new ShapeModel(logs);
  }

  /** The log of the share of a two-sided shape; minus infinity when it is not in the list. */
  double score(int left, int right) {
    boolean known = left < logs.length && right < logs[0].length;
    return known ? logs[left][right] : Double.NEGATIVE_INFINITY;
  }
}
