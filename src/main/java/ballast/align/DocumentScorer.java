package ballast.align;

import ballast.bitext.Range;
import java.util.List;

/**
 * Scores a bead by everything known of two documents without a dictionary: lengths, shape, blocks,
 * and the tokens that this document itself has shown to belong together.
 */
final class DocumentScorer implements BeadScorer {

  private final Side left;
  private final Side right;
  private final LengthModel lengths;
  private final ShapeModel shapes;
  private final BlockEvidence blocks;
  private final TokenEvidence tokens;
  private final double leftWeight;
  private final double rightWeight;

  DocumentScorer(Texts texts, LengthModel lengths, ShapeModel shapes, TokenEvidence tokens) {
    this.left = texts.left();
    this.right = texts.right();
    this.blocks = texts.blocks();
    this.lengths = lengths;
    this.shapes = shapes;
    this.tokens = tokens;
    this.leftWeight = texts.parameters().leftWeight();
    this.rightWeight = texts.parameters().rightWeight();
  }

  @Override
  public double score(Range source, Range target) {
    if (target.isEmpty()) {
      return blocks.alone(left, source.start());
    }
    if (source.isEmpty()) {
      return blocks.alone(right, target.start());
    }
    double structure = blocks.paired(source, target);
    if (structure == Double.NEGATIVE_INFINITY) {
      return structure;
    }
    return structure
        + shapes.score(source.size(), target.size())
        + lengths.score(left.length(source), right.length(target))
        + tokens(source, target);
  }

  /** The part of the score that the tokens contribute, nats. */
  double tokens(Range source, Range target) {
    return rightWeight * tokens.rightGivenLeft(source, target)
        + leftWeight * tokens.leftGivenRight(source, target);
  }

  /** Two texts and what does not change while they are aligned. */
  record Texts(Side left, Side right, BlockEvidence blocks, AlignerParameters parameters) {

    static Texts of(Side left, Side right, AlignerParameters parameters) {
      return new Texts(left, right, new BlockEvidence(left, right, parameters), parameters);
    }

    /** The part of both texts in these ranges. */
    Texts slice(Range leftRange, Range rightRange) {
      boolean whole = leftRange.size() == left.size() && rightRange.size() == right.size();
      return whole ? this : of(left.slice(leftRange), right.slice(rightRange), parameters);
    }

    List<BeadShape> shapes() {
      return BeadShape.DEFAULT;
    }
  }
}
