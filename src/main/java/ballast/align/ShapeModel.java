package ballast.align;

/**
 * The score of a bead's shape, in nats, as in {@link AlignerParameters.ShapeCosts}. The more
 * sentences it has, the more evidence from tokens it needs.
 */
record ShapeModel(double single, double extra, double crossed) {

  static ShapeModel of(AlignerParameters.ShapeCosts parameters) {
    return new ShapeModel(
        parameters.single(), -parameters.extraSentence(), -parameters.manyToMany());
  }

  double score(int left, int right) {
    return single + extra * (left + right - 2) + (left > 1 && right > 1 ? crossed : 0);
  }
}
