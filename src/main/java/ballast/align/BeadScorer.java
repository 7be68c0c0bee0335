package ballast.align;

import ballast.bitext.Range;

/**
 * How well some left sentences and some right sentences would make one bead: the seam between the
 * search and the evidence.
 */
@FunctionalInterface
interface BeadScorer {

  /**
   * The score in nats, on the scale of a log-probability; only differences matter.
   *
   * @param source positions of the left sentences
   * @param target positions of the right sentences; at most one of the two ranges is empty
   * @return {@link Double#NEGATIVE_INFINITY} forbids the bead; a bead of one sentence and no
   *     partner must always be finite, because with those alone a path always exists
   */
  double score(Range source, Range target);
}
