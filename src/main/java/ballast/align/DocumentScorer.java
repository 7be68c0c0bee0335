package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

/** Scores a bead by lengths, shape, blocks, and tokens that translate each other. */
final class DocumentScorer implements BeadScorer {

  private final TextSide left;
  private final TextSide right;
  private final LengthModel lengths;
  private final ShapeModel shapes;
  private final BlockEvidence blocks;
  private final TokenEvidence tokens;
  private final AloneScores alone;
  private final double lengthWeight;

  DocumentScorer(
      BothTexts texts,
      LengthModel lengths,
      ShapeModel shapes,
      TokenEvidence tokens,
      AloneScores alone) {
    this.alone = alone;
    this.left = texts.left();
    this.right = texts.right();
    this.blocks = texts.blocks();
    this.lengths = lengths;
    this.shapes = shapes;
    this.tokens = tokens;
    this.lengthWeight = texts.parameters().lengths().weight();
  }

  @Override
  public double score(Range source, Range target) {
    if (target.isEmpty()) {
      return alone.left(source.start());
    }
    if (source.isEmpty()) {
      return alone.right(target.start());
    }
    double structure = structure(source, target);
    return structure == Double.NEGATIVE_INFINITY ? structure : structure + tokens(source, target);
  }

  @Override
  public void scoreFrom(int row, int column, Shapes all, Band band, double[] scores) {
    Arrays.fill(scores, 0);
    tokens.addFrom(row, column, scores);
    for (int s = 0; s < scores.length; s++) {
      int rowEnd = row + all.list().get(s).left();
      int columnEnd = column + all.list().get(s).right();
      scores[s] =
          band.contains(rowEnd, columnEnd)
              ? scores[s] + structure(new Range(row, rowEnd), new Range(column, columnEnd))
              : Double.NEGATIVE_INFINITY;
    }
  }

  /** The tokens' part in the score of each two-sided bead that begins at a corner, in nats. */
  double[] tokensFrom(int row, int column, Shapes all) {
    double[] part = new double[all.size()];
    tokens.addFrom(row, column, part);
    return part;
  }

  /** The score without the tokens' part; minus infinity forbids the bead. */
  double structure(Range source, Range target) {
    double structure = blocks.paired(source, target);
    if (structure == Double.NEGATIVE_INFINITY) {
      return structure;
    }
    return structure
        + shapes.score(source.size(), target.size())
        + lengthWeight * lengths.score(left.length(source), right.length(target));
  }

  double tokens(Range source, Range target) {
    return tokens.of(source, target);
  }

  int size(Range source, Range target) {
    int size = 0;
    for (int i = source.start(); i < source.end(); i++) {
      size += tokens.leftSize(i);
    }
    for (int j = target.start(); j < target.end(); j++) {
      size += tokens.rightSize(j);
    }
    return size;
  }
}
