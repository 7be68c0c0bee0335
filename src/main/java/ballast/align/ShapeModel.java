package ballast.align;

/**
 * The score of a bead's shape, nats: the more sentences it has, the more evidence from tokens it
 * needs.
 *
 * @param single score of a bead of one sentence on each side
 * @param extra score of each further sentence
 * @param crossed score of several sentences on both sides
 */
record ShapeModel(double single, double extra, double crossed) {

  static ShapeModel of(AlignerParameters.ShapeCosts parameters) {
    return new ShapeModel(
        parameters.single(), -parameters.extraSentence(), -parameters.manyToMany());
  }

  /** The score of a two-sided shape. */
  double score(int left, int right) {
    return single + extra * (left + right - 2) + (left > 1 && right > 1 ? crossed : 0);
  }
}
