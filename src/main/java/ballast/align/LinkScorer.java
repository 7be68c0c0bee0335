package ballast.align;

import ballast.bitext.Range;

/** Adds {@link LinkEvidence} to the beads that an earlier search found possible; forbids others. */
final class LinkScorer implements BeadScorer {

  /** Beads less probable than this are not looked at again. */
  private static final double POSSIBLE = 1e-3;

  private final BeadScorer scorer;
  private final BeadPosteriors before;
  private final LinkEvidence links;

  LinkScorer(BeadScorer scorer, BeadPosteriors before, LinkEvidence links) {
    this.scorer = scorer;
    this.before = before;
    this.links = links;
  }

  @Override
  public double score(Range source, Range target) {
    return source.isEmpty() || target.isEmpty()
        ? scorer.score(source, target)
        : scorer.score(source, target) + links.score(source, target);
  }

  @Override
  public void scoreFrom(int row, int column, Shapes shapes, Band band, double[] scores) {
    scorer.scoreFrom(row, column, shapes, band, scores);
    for (int s = 0; s < scores.length; s++) {
      if (scores[s] != Double.NEGATIVE_INFINITY) {
        Range source = new Range(row, row + shapes.list().get(s).left());
        Range target = new Range(column, column + shapes.list().get(s).right());
        scores[s] =
            before.probability(source, target) < POSSIBLE
                ? Double.NEGATIVE_INFINITY
                : scores[s] + links.score(source, target);
      }
    }
  }
}
