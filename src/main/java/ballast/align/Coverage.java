package ballast.align;

import ballast.align.Coverage.Covered;
import java.util.List;

/**
 * How much of a bead is said on both sides.
 *
 * @param leftSentences each of the left sentences, in order
 * @param rightSentences each of the right ones
 * @param leftAll the left side as a whole
 * @param rightAll the right side as a whole
 */
record Coverage(
    List<Covered> leftSentences, List<Covered> rightSentences, Covered leftAll, Covered rightAll) {

  /**
   * How much of a sentence is said on the other side of its bead.
   *
   * @param covered sum of the rarity of its words, each times the degree to which it is linked
   * @param mass sum of the rarity of all its words
   */
  record Covered(double covered, double mass) {

    private static Covered all(List<Covered> sentences) {
      double covered = 0;
      double mass = 0;
      for (Covered sentence : sentences) {
        covered += sentence.covered;
        mass += sentence.mass;
      }
      return new Covered(covered, mass);
    }

    /** The share that is said on the other side, in [0, 1]; 0 when all words are common. */
    double share() {
      return mass == 0 ? 0 : covered / mass;
    }
  }

  /** Of a bead with these sentences. */
  static Coverage of(List<Covered> leftSentences, List<Covered> rightSentences) {
    return new Coverage(
        leftSentences, rightSentences, Covered.all(leftSentences), Covered.all(rightSentences));
  }

  /** The share of the left words that is said on the right, weighed by rarity, in [0, 1]. */
  double left() {
    return leftAll.share();
  }

  /** The share of the right words that is said on the left, in [0, 1]. */
  double right() {
    return rightAll.share();
  }

  /** Rarity of the words of both sides that are said on the other. */
  double covered() {
    return leftAll.covered() + rightAll.covered();
  }

  /** Rarity of all words. */
  double mass() {
    return leftAll.mass() + rightAll.mass();
  }

  /** The share of the side of which less is said on the other. */
  double min() {
    return Math.min(left(), right());
  }
}
