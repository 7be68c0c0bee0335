package ballast.align;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes beads apart whose sides have nothing to do with each other, for example the furniture of
 * two pages: every sentence must be in some bead of a path, and short lines without evidence cost
 * less as a pair than alone. A document in which hardly a sentence is alone has no furniture; what
 * seems unrelated there is a free translation.
 */
final class Separation {

  /** Of both sides; more that have little in common are rather a passage freely translated. */
  private static final int MAX_SENTENCES = 3;

  private final TextSide left;
  private final TextSide right;
  private final double ratio;
  private final double typicalShare;
  private final BeadModel unrelated;
  private final BeadModel correct;

  /**
   * @param unrelated the probability that the sides of a bead have nothing to do with each other
   * @param correct the probability that a bead is right
   */
  Separation(BothTexts texts, BeadModel unrelated, BeadModel correct) {
    this.left = texts.left();
    this.right = texts.right();
    this.ratio = texts.parameters().search().separation();
    this.typicalShare = texts.parameters().alone().share().typical();
    this.unrelated = unrelated;
    this.correct = correct;
  }

  /**
   * The path with one-sided steps in place of unrelated beads.
   *
   * @param features of the beads of {@code path}
   */
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

  /** The share of sentences that a path leaves alone. */
  private double shareAlone(List<Link> path) {
    long alone = path.stream().filter(Link::isOneSided).count();
    return (double) alone / (left.size() + right.size());
  }

  /** Whether a step has two sides and few sentences. */
  private static boolean isSmall(Link link) {
    return !link.isOneSided() && link.left().size() + link.right().size() <= MAX_SENTENCES;
  }

  private boolean isUnrelated(double[] features) {
    return unrelated.probability(features) > ratio * correct.probability(features);
  }

  /**
   * Whether the sides belong together for another reason than their words: a pin, equal special
   * types or equal text.
   */
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
