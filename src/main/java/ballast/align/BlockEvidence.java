package ballast.align;

import ballast.bitext.BlockType;
import ballast.bitext.Range;

/**
 * The evidence of two documents' blocks about a bead: which sentences may share one, and whether
 * paragraphs begin together. Immutable.
 *
 * <p>If every block has one sentence (a presegmented text), paragraphs carry no evidence and are
 * ignored. The more the paragraph counts of the two texts differ, the less they weigh.
 */
final class BlockEvidence {

  private static final double FORBIDDEN = Double.NEGATIVE_INFINITY;

  private final TextSide left;
  private final TextSide right;
  private final int[] leftReach;
  private final int[] rightReach;
  private final AlignerParameters.BlockCosts parameters;
  private final double trust;
  private final Barriers barriers;

  BlockEvidence(TextSide left, TextSide right, AlignerParameters.BlockCosts parameters) {
    this.left = left;
    this.right = right;
    this.leftReach = reach(left);
    this.rightReach = reach(right);
    this.parameters = parameters;
    int leftBlocks = left.blocks();
    int rightBlocks = right.blocks();
    boolean lines = leftBlocks == left.size() && rightBlocks == right.size();
    double agreement =
        Math.min(leftBlocks, rightBlocks) / Math.max(1.0, Math.max(leftBlocks, rightBlocks));
    this.barriers = Barriers.of(left, right);
    this.trust = lines ? 0 : agreement * agreement;
  }

  Barriers barriers() {
    return barriers;
  }

  /** Nats to add to the score of a two-sided bead; minus infinity if it is not allowed. */
  double paired(Range source, Range target) {
    if (source.end() > leftReach[source.start()] || target.end() > rightReach[target.start()]) {
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
   * End of the longest bead that begins with each sentence. Running text may share a bead with
   * running text, other types only within one block, and pinned sentences with nothing else.
   */
  private static int[] reach(TextSide side) {
    int[] reach = new int[side.size()];
    for (int i = side.size() - 1; i >= 0; i--) {
      if (side.isKeptAlone(i)) {
        reach[i] = i;
      } else if (i + 1 < side.size() && mayShareBead(side, i, i + 1)) {
        reach[i] = reach[i + 1];
      } else {
        reach[i] = i + 1;
      }
    }
    return reach;
  }

  private static boolean mayShareBead(TextSide side, int one, int next) {
    BlockType type = side.type(one);
    boolean together =
        isRunning(type)
            ? isRunning(side.type(next))
            : side.type(next) == type && side.block(next) == side.block(one);
    return together && !side.isPinned(one) && !side.isPinned(next);
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
        // Menus are seldom translated line by line, so a pair of them needs evidence.
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

  /** Positive if paragraphs begin together; negative if on one side only or within the bead. */
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
