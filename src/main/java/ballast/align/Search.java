package ballast.align;

import ballast.bitext.Range;
import java.util.List;

/**
 * The search through one pair of texts: a coarse path, then rounds of weighing all paths near it
 * and learning from them. Used once; not thread-safe.
 */
final class Search {

  /** Beads less probable than this teach nothing. */
  private static final double LEARNABLE = 0.05;

  /** Steps of expectation and maximisation in each round. */
  private static final int STEPS = 2;

  /** In letters: the first guess of the length ratio weighs as much as a text of that length. */
  private static final double RATIO_PRIOR = 100;

  private final DocumentScorer.Texts texts;
  private final AlignerParameters parameters;
  private final List<BeadShape> shapes;
  private final Tokens leftTokens;
  private final Tokens rightTokens;
  private final TokenLearner learner;
  private LengthModel lengths;
  private ShapeModel shapeModel;

  /**
   * @param path tiles both sides
   * @param scorer scores beads of the last round
   * @param posteriors probabilities of the last round
   * @param lengths how lengths relate in these texts
   */
  record Outcome(
      List<Link> path, DocumentScorer scorer, BeadPosteriors posteriors, LengthModel lengths) {}

  /** Neither side is empty. */
  Search(DocumentScorer.Texts texts) {
    this.texts = texts;
    this.parameters = texts.parameters();
    this.shapes = texts.shapes();
    Side left = texts.left();
    Side right = texts.right();
    this.leftTokens = Tokens.of(left.sentences(), Tokens.count(right.sentences()));
    this.rightTokens = Tokens.of(right.sentences(), Tokens.count(left.sentences()));
    this.learner = new TokenLearner(leftTokens, rightTokens, parameters);
    this.lengths = LengthModel.of(left, right, parameters);
    this.shapeModel = ShapeModel.usual(shapes);
  }

  /**
   * @param coarse tiles both sides
   */
  Outcome run(List<Link> coarse) {
    int rows = texts.left().size();
    int columns = texts.right().size();
    // The coarse path may be off by more than the later ones.
    Outcome outcome = round(Band.around(coarse, rows, columns, 2 * parameters.reach()));
    for (int round = 1; round < parameters.rounds(); round++) {
      learn(outcome.posteriors());
      outcome = round(Band.around(outcome.path(), rows, columns, parameters.reach()));
    }
    return outcome;
  }

  private Outcome round(Band band) {
    BeadLattice lattice = new BeadLattice(band, shapes, parameters.continuation());
    TokenEvidence tokens =
        new TokenEvidence(leftTokens, rightTokens, learner.table(), band, lattice.depth());
    DocumentScorer scorer = new DocumentScorer(texts, lengths, shapeModel, tokens);
    BeadPosteriors posteriors = new BeadPosteriors(lattice, scorer, parameters.sharpness());
    // The path with the most beads expected to be right, rather than the most probable path.
    List<Link> path =
        new BeadLattice(band, shapes, 0)
            .bestPath((l, r) -> posteriors.probability(l, r) - parameters.commitment());
    return new Outcome(path, scorer, posteriors, lengths);
  }

  private void learn(BeadPosteriors posteriors) {
    learner.learn(posteriors, LEARNABLE, STEPS);
    double[] seen = new double[shapes.size()];
    double[] leftLength = {RATIO_PRIOR};
    double[] rightLength = {RATIO_PRIOR * lengths.ratio()};
    posteriors.forEach(
        LEARNABLE,
        (left, right, probability) -> {
          seen[shape(left, right)] += probability;
          // Doubtful beads would pull the ratio towards that of the whole texts.
          if (probability > 0.5) {
            leftLength[0] += probability * texts.left().length(left);
            rightLength[0] += probability * texts.right().length(right);
          }
        });
    shapeModel = ShapeModel.learnt(shapes, seen);
    lengths = LengthModel.of(rightLength[0] / leftLength[0], parameters);
  }

  private int shape(Range left, Range right) {
    for (int s = 0; s < shapes.size(); s++) {
      if (shapes.get(s).left() == left.size() && shapes.get(s).right() == right.size()) {
        return s;
      }
    }
    throw new IllegalStateException("no shape " + left.size() + "-" + right.size());
  }
}
