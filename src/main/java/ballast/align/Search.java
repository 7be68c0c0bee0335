package ballast.align;

import ballast.align.AloneScores.Relief;
import ballast.align.AloneScores.Shares;
import ballast.align.Shapes.BeadShape;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The search through one pair of texts. From a coarse path on, each round weighs all paths near the
 * last one and learns from them. Used once; not thread-safe.
 */
final class Search {

  /** Minimum probability of a bead for learning. */
  private static final double MIN_PROBABILITY = 0.1;

  /** Weight of the first guess of the length ratio, as the length of a text in Latin letters. */
  private static final double RATIO_PRIOR = 60;

  private final BothTexts texts;
  private final Rescorer.Weights weights;
  private final AlignerParameters parameters;
  private final DocumentTokens tokens;
  private final TokenIds left;
  private final TokenIds right;
  private final TokenPairs known;
  private final ShapeModel shapeModel;
  private TokenPairs pairs;
  private LengthModel lengths;
  private Relief relief;

  /** Neither side may be empty. */
  Search(BothTexts texts) {
    this(texts, Rescorer.Weights.BUNDLED);
  }

  Search(BothTexts texts, Rescorer.Weights weights) {
    this(texts, weights, DocumentTokens.of(texts));
  }

  Search(BothTexts texts, Rescorer.Weights weights, DocumentTokens tokens) {
    this.weights = weights;
    this.texts = texts;
    this.parameters = texts.parameters();
    this.tokens = tokens;
    this.left = tokens.left();
    this.right = tokens.right();
    this.known = tokens.known();
    this.pairs = known;
    this.lengths = LengthModel.of(texts.left(), texts.right(), parameters.lengths());
    this.shapeModel = ShapeModel.of(parameters.shapes());
    this.relief = Relief.first(parameters.alone());
  }

  /**
   * @param coarse tiles both sides
   */
  SearchOutcome run(List<Link> coarse) {
    SearchOutcome outcome = unseparated(coarse);
    BeadFeatures features = new BeadFeatures(outcome, texts.left(), texts.right());
    return outcome.withPath(
        new Separation(texts, BeadModel.UNRELATED, BeadModel.RIGHT).of(outcome.path(), features));
  }

  /** The result of {@link #run} before beads are split. */
  SearchOutcome unseparated(List<Link> coarse) {
    Round round = lastRound(coarse);
    List<Link> first = path(texts, round.lattice(), round.posteriors());
    if (!parameters.search().rescored()) {
      return outcome(round, first, round.posteriors());
    }
    RescoringFeatures features = round.features(texts, first);
    BeadScorer rescorer = new Rescorer(round.scorer(), round.posteriors(), features, weights);
    BeadLattice lattice =
        round
            .lattice()
            .withContinuation(BeadLattice.Continuation.of(weights.continuation(), texts));
    BeadPosteriors posteriors = new BeadPosteriors(lattice, rescorer, 1);
    return outcome(round, path(texts, lattice, posteriors), posteriors);
  }

  private SearchOutcome outcome(Round round, List<Link> path, BeadPosteriors posteriors) {
    return new SearchOutcome(path, round.scorer(), posteriors, lengths, round.links(), tokens);
  }

  Round lastRound(List<Link> coarse) {
    Round round = round(around(coarse, parameters.search().reach()));
    for (int completed = 1; completed < parameters.search().rounds(); completed++) {
      learn(round.posteriors());
      round =
          round(
              around(
                  path(texts, round.lattice(), round.posteriors()),
                  parameters.search().lastReach()));
    }
    return round;
  }

  private Band around(List<Link> path, int reach) {
    Band band = Band.around(path, texts.left().size(), texts.right().size(), reach);
    return texts.blocks().barriers().narrow(band);
  }

  /** All beads near a path and the evidence for them. */
  record Round(
      BeadLattice lattice,
      DocumentScorer scorer,
      BeadPosteriors posteriors,
      LengthModel lengths,
      LinkEvidence links) {

    RescoringFeatures features(BothTexts texts, List<Link> path) {
      return new RescoringFeatures(
          texts,
          new RescoringFeatures.Evidence(lattice.band(), scorer, posteriors, lengths, links),
          path);
    }
  }

  private Round round(Band band) {
    Shapes shapes = Shapes.DEFAULT;
    TokenEvidence explained =
        new TokenEvidence(left, right, pairs, band, shapes, parameters.tokens());
    AloneScores alone = AloneScores.of(texts, explained, band, relief);
    DocumentScorer scorer = new DocumentScorer(texts, lengths, shapeModel, explained, alone);
    BeadLattice lattice =
        new BeadLattice(
            band, shapes, BeadLattice.Continuation.of(parameters.shapes().continuation(), texts));
    BeadPosteriors posteriors =
        new BeadPosteriors(lattice, scorer, parameters.search().sharpness());
    LinkEvidence links =
        new LinkEvidence(tokens, pairs, band, shapes.maxLeft(), parameters.pairs());
    return new Round(lattice, scorer, posteriors, lengths, links);
  }

  /**
   * The path with the highest expected number of right sentences; it may differ from the most
   * probable one.
   */
  static List<Link> path(BothTexts texts, BeadLattice lattice, BeadPosteriors posteriors) {
    return lattice
        .withContinuation(0)
        .bestPath(new ExpectedSentences(posteriors, texts.blocks().barriers()));
  }

  /**
   * A sentence left alone is asked for at the beginning of the texts, where it has a probability
   * only if the band is as wide: in a short text it earns that, in a long one nothing, and {@link
   * Separation} decides. Note 41 has what each costs.
   */
  private record ExpectedSentences(BeadPosteriors posteriors, Barriers barriers)
      implements BeadScorer {

    @Override
    public double score(Range source, Range target) {
      return barriers.keepApart(source, target)
          ? Double.NEGATIVE_INFINITY
          : (source.size() + target.size()) * posteriors.probability(source, target);
    }

    @Override
    public double scoreTo(int row, int column, int shape, Shapes shapes) {
      if (barriers.keepSomeApart()) {
        return BeadScorer.super.scoreTo(row, column, shape, shapes);
      }
      BeadShape size = shapes.list().get(shape);
      return (size.left() + size.right()) * posteriors.probabilityTo(row, column, shape);
    }
  }

  private void learn(BeadPosteriors posteriors) {
    TokenLearner learner = new TokenLearner(left, right, parameters.learning());
    double[] leftLength = {RATIO_PRIOR};
    double[] rightLength = {RATIO_PRIOR * lengths.ratio()};
    posteriors.forEach(
        MIN_PROBABILITY,
        (leftRange, rightRange, probability) -> {
          learner.observe(leftRange, rightRange, probability);
          // Doubtful beads would pull the ratio towards that of the whole texts.
          if (probability > 0.5) {
            leftLength[0] += probability * texts.left().length(leftRange);
            rightLength[0] += probability * texts.right().length(rightRange);
          }
        });
    relief = Relief.learnt(Shares.of(posteriors, texts), parameters.alone().share());
    double share = Math.max(parameters.learning().share(), 1 - known.knownShare(left));
    double[] leftShare = new double[left.types()];
    double[] rightShare = new double[right.types()];
    Arrays.fill(leftShare, share);
    Arrays.fill(rightShare, share);
    pairs = known.mixed(learner.learn(known), leftShare, rightShare);
    lengths = LengthModel.of(rightLength[0] / leftLength[0], parameters.lengths());
  }

  /**
   * Splits beads with unrelated sides, for example the furniture of two pages. Every sentence must
   * be in some bead of a path, and short lines without evidence cost less as a pair than alone. A
   * document with hardly a sentence alone has no furniture; in it, a seemingly unrelated bead is a
   * free translation.
   */
  static final class Separation {

    /** Maximum sentences of both sides; a larger bead is rather a free translation. */
    private static final int MAX_SENTENCES = 3;

    private final TextSide left;
    private final TextSide right;
    private final double ratio;
    private final double typicalShare;
    private final BeadModel unrelated;
    private final BeadModel correct;

    Separation(BothTexts texts, BeadModel unrelated, BeadModel correct) {
      this.left = texts.left();
      this.right = texts.right();
      this.ratio = texts.parameters().search().separation();
      this.typicalShare = texts.parameters().alone().share().typical();
      this.unrelated = unrelated;
      this.correct = correct;
    }

    List<Link> of(List<Link> path, BeadFeatures features) {
      if (shareAlone(path) < typicalShare) {
        return path;
      }
      List<Link> separated = new ArrayList<>();
      for (int k = 0; k < path.size(); k++) {
        Link link = path.get(k);
        if (isSmall(link) && !belongTogether(link) && isUnrelated(features.of(k))) {
          addAlone(link, separated);
        } else {
          separated.add(link);
        }
      }
      return separated;
    }

    private double shareAlone(List<Link> path) {
      long alone = path.stream().filter(Link::isOneSided).count();
      return (double) alone / (left.size() + right.size());
    }

    private static boolean isSmall(Link link) {
      return !link.isOneSided() && link.left().size() + link.right().size() <= MAX_SENTENCES;
    }

    private boolean isUnrelated(double[] features) {
      return unrelated.probability(features) > ratio * correct.probability(features);
    }

    /** Whether the sides belong together by a pin, equal special types or equal text. */
    private boolean belongTogether(Link link) {
      BlockType type = left.type(link.left().start());
      boolean special = type != BlockType.PARAGRAPH && type != BlockType.FURNITURE;
      boolean single = link.left().size() == 1 && link.right().size() == 1;
      return left.isBarrier(link.left().start())
          || (special && type == right.type(link.right().start()))
          || (single && left.text(link.left().start()).equals(right.text(link.right().start())));
    }

    private static void addAlone(Link link, List<Link> steps) {
      int column = link.right().start();
      for (int i = link.left().start(); i < link.left().end(); i++) {
        steps.add(new Link(new Range(i, i + 1), new Range(column, column)));
      }
      int row = link.left().end();
      for (int j = column; j < link.right().end(); j++) {
        steps.add(new Link(new Range(row, row), new Range(j, j + 1)));
      }
    }
  }
}
