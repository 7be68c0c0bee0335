package ballast.align;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How sure the aligner is of each bead of a path, and why.
 *
 * <p>Confidence is the calibrated probability that the bead is right ({@link BeadModel}): of a
 * hundred beads with confidence 0.8 about eighty are. It depends on the bead's rivals in the
 * lattice (forward-backward), on how much of it is said on both sides, and on the beads around it.
 */
final class Confidence {

  private final SearchOutcome outcome;
  private final BeadFeatures features;
  private final TextSide left;
  private final TextSide right;
  private final boolean swapped;
  private final Reasons reasons;

  /**
   * @param swapped whether the user's source is on the right
   */
  Confidence(SearchOutcome outcome, BothTexts texts, boolean swapped) {
    this.outcome = outcome;
    this.left = texts.left();
    this.right = texts.right();
    this.features = new BeadFeatures(outcome, left, right);
    this.swapped = swapped;
    List<Precedent> terms = texts.precedents().stream().filter(Precedent::isTerm).toList();
    this.reasons = swapped ? new Reasons(right, left, terms) : new Reasons(left, right, terms);
  }

  /** The beads of the path, in the user's order of sides. */
  List<Bead> beads() {
    return IntStream.range(0, outcome.path().size()).mapToObj(this::bead).toList();
  }

  private Bead bead(int index) {
    Link link = outcome.path().get(index);
    Link turned = swapped ? link.swapped() : link;
    Range source = turned.left();
    Range target = turned.right();
    if (features.isMark(index)) {
      return new Bead(source, target, 1, List.of("user mark"));
    }
    double[] values = features.of(index);
    if (link.isOneSided()) {
      double probability = BeadModel.ALONE.probability(values);
      return new Bead(source, target, probability, reasons.alone(source, target));
    }
    Coverage cover = features.coverage(index);
    double fit = outcome.lengths().fit(left.length(link.left()), right.length(link.right()));
    Reasons.Evidence evidence =
        new Reasons.Evidence(
            swapped ? 1 / fit : fit,
            swapped ? cover.right() : cover.left(),
            swapped ? cover.left() : cover.right(),
            outcome.posteriors().probability(link.left(), link.right()),
            names(link));
    return new Bead(
        source,
        target,
        BeadModel.RIGHT.probability(values),
        reasons.paired(source, target, evidence));
  }

  private List<String> names(Link link) {
    List<String> names = outcome.tokens().left().cognates(link.left(), PinyinNames.PREFIX);
    names.retainAll(outcome.tokens().right().cognates(link.right(), PinyinNames.PREFIX));
    return names;
  }
}
