package ballast.align;

/**
 * What the shape of a bead says for it, nats: the more sentences, the more the tokens must speak
 * for joining them.
 *
 * @param single for a bead of one sentence on each side
 * @param extra for each further sentence
 * @param crossed for a bead of several sentences on both sides
 */
record ShapeModel(double single, double extra, double crossed) {

  static ShapeModel of(AlignerParameters parameters) {
    return new ShapeModel(
        parameters.single(), -parameters.extraSentence(), -parameters.manyToMany());
  }

  /** The score of a two-sided shape. */
  double score(int left, int right) {
    return single + extra * (left + right - 2) + (left > 1 && right > 1 ? crossed : 0);
  }
}
