package ballast.align;

import ballast.bitext.BlockType;
import ballast.bitext.Range;

/**
 * The evidence of the blocks of two documents about a bead: which sentences may share one, and
 * whether paragraphs begin together. Immutable.
 *
 * <p>Where every block has one sentence (a presegmented text), paragraphs say nothing and are
 * ignored. The more the numbers of paragraphs of the two texts differ, the less they count.
 */
final class BlockEvidence {

  private static final double FORBIDDEN = Double.NEGATIVE_INFINITY;

  private final TextSide left;
  private final TextSide right;
  private final AlignerParameters.BlockCosts parameters;
  private final double trust;
  private final Barriers barriers;

  BlockEvidence(TextSide left, TextSide right, AlignerParameters.BlockCosts parameters) {
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

  /** The user's marks and pins; no bead crosses them. */
  Barriers barriers() {
    return barriers;
  }

  /** Nats to add to the score of a two-sided bead; minus infinity when it is not allowed. */
  double paired(Range source, Range target) {
    if (!mayShareBead(left, source) || !mayShareBead(right, target)) {
      return FORBIDDEN;
    }
    double score = types(source, target);
    if (trust > 0 && score != FORBIDDEN) {
      score += trust * borders(source, target);
    }
    return score;
  }

  /** Nats to add to the score of a sentence left alone; negative. */
  double alone(TextSide side, int sentence) {
    if (side.type(sentence) == BlockType.FURNITURE) {
      return -parameters.furniture();
    }
    return side == left ? -parameters.leftAlone() : -parameters.rightAlone();
  }

  /**
   * Whether the sentences may share a bead: running text with running text, other types only within
   * one block, what a pin holds with nothing else.
   */
  private static boolean mayShareBead(TextSide side, Range range) {
    if (side.isKeptAlone(range.start())) {
      return false;
    }
    BlockType first = side.type(range.start());
    boolean pinned = side.isPinned(range.start());
    boolean running = isRunning(first);
    for (int i = range.start() + 1; i < range.end(); i++) {
      boolean together =
          running
              ? isRunning(side.type(i))
              : side.type(i) == first && side.block(i) == side.block(range.start());
      if (!together || pinned || side.isPinned(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRunning(BlockType type) {
    return type == BlockType.PARAGRAPH || type == BlockType.LIST_ITEM;
  }

  private double types(Range source, Range target) {
    if (left.isPinned(source.start()) || right.isPinned(target.start())) {
      return left.isBarrier(source.start()) && right.isBarrier(target.start()) ? 0 : FORBIDDEN;
    }
    BlockType leftType = left.type(source.start());
    BlockType rightType = right.type(target.start());
    if (leftType == rightType) {
      return switch (leftType) {
        case HEADING -> parameters.typeMismatch() / 2;
        // Menus are seldom translated line by line: a pair of them needs evidence.
        case FURNITURE -> -parameters.typeMismatch();
        default -> 0;
      };
    }
    if (leftType == BlockType.MARK || rightType == BlockType.MARK) {
      return FORBIDDEN;
    }
    if (isRunning(leftType) && isRunning(rightType)) {
      return -parameters.typeMismatch() / 4;
    }
    boolean single = source.size() == 1 && target.size() == 1;
    boolean heading = leftType == BlockType.HEADING || rightType == BlockType.HEADING;
    if (heading && !single) {
      return FORBIDDEN;
    }
    boolean furniture = leftType == BlockType.FURNITURE || rightType == BlockType.FURNITURE;
    return furniture ? -3 * parameters.typeMismatch() : -parameters.typeMismatch();
  }

  /**
   * Positive when paragraphs begin together, negative when one begins on one side only or within
   * the bead.
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
