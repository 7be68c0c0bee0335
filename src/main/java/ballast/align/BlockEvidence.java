package ballast.align;

import ballast.bitext.BlockType;
import ballast.bitext.Range;

/**
 * What the blocks of two documents say about a bead: which sentences may share one, and whether
 * paragraphs begin together. Immutable.
 *
 * <p>Where every block has one sentence (text split into lines beforehand) paragraphs say nothing
 * and are ignored; so are they, by degrees, when one text has many more of them than the other.
 */
final class BlockEvidence {

  private static final double FORBIDDEN = Double.NEGATIVE_INFINITY;

  private final TextSide left;
  private final TextSide right;
  private final AlignerParameters parameters;
  private final double trust;
  private final Barriers barriers;

  BlockEvidence(TextSide left, TextSide right, AlignerParameters parameters) {
    this.left = left;
    this.right = right;
    this.parameters = parameters;
    int leftBlocks = left.blocks();
    int rightBlocks = right.blocks();
    boolean lines = leftBlocks == left.size() && rightBlocks == right.size();
    double agreement =
        Math.min(leftBlocks, rightBlocks) / Math.max(1.0, Math.max(leftBlocks, rightBlocks));
    this.barriers = Barriers.of(left, right);
    this.trust = lines ? 0 : agreement * agreement;
  }

  /** The user's marks; no bead reaches over them. */
  Barriers barriers() {
    return barriers;
  }

  /** Nats to add to the score of a two-sided bead; minus infinity when it must not be. */
  double paired(Range source, Range target) {
    if (!isOneKind(left, source) || !isOneKind(right, target)) {
      return FORBIDDEN;
    }
    double score = types(source, target);
    if (trust > 0 && score != FORBIDDEN) {
      score += trust * borders(source, target);
    }
    return score;
  }

  /** The cost of a sentence without partner, as nats to add. */
  double alone(TextSide side, int sentence) {
    if (side.type(sentence) == BlockType.FURNITURE) {
      return -parameters.furniture();
    }
    return side == left ? -parameters.leftAlone() : -parameters.rightAlone();
  }

  /**
   * Whether the sentences may share a bead: running text with running text, others in one block.
   */
  private static boolean isOneKind(TextSide side, Range range) {
    BlockType first = side.type(range.start());
    boolean running = isRunning(first);
    for (int i = range.start() + 1; i < range.end(); i++) {
      boolean together =
          running
              ? isRunning(side.type(i))
              : side.type(i) == first && side.block(i) == side.block(range.start());
      if (!together) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRunning(BlockType type) {
    return type == BlockType.PARAGRAPH || type == BlockType.LIST_ITEM;
  }

  private double types(Range source, Range target) {
    BlockType one = left.type(source.start());
    BlockType other = right.type(target.start());
    if (one == other) {
      return switch (one) {
        case HEADING -> parameters.typeMismatch() / 2;
        // Menus are seldom translated line by line: pairing them takes evidence.
        case FURNITURE -> -parameters.typeMismatch();
        default -> 0;
      };
    }
    if (one == BlockType.MARK || other == BlockType.MARK) {
      return FORBIDDEN;
    }
    if (isRunning(one) && isRunning(other)) {
      return -parameters.typeMismatch() / 4;
    }
    boolean single = source.size() == 1 && target.size() == 1;
    boolean heading = one == BlockType.HEADING || other == BlockType.HEADING;
    if (heading && !single) {
      return FORBIDDEN;
    }
    boolean furniture = one == BlockType.FURNITURE || other == BlockType.FURNITURE;
    return furniture ? -3 * parameters.typeMismatch() : -parameters.typeMismatch();
  }

  /**
   * Paragraphs that begin together speak for a bead, one that begins alone or inside against it.
   */
  private double borders(Range source, Range target) {
    double score = 0;
    boolean leftOpens = left.opensBlock(source.start());
    boolean rightOpens = right.opensBlock(target.start());
    if (leftOpens != rightOpens) {
      score -= parameters.paragraph() / 2;
    } else if (leftOpens) {
      score += parameters.paragraph() / 2;
    }
    boolean leftCrosses = left.crossesBlocks(source);
    boolean rightCrosses = right.crossesBlocks(target);
    if (leftCrosses != rightCrosses) {
      score -= parameters.paragraph();
    } else if (leftCrosses) {
      score -= parameters.paragraph() / 2;
    }
    return score;
  }
}
