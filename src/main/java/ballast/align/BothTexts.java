package ballast.align;

import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.List;

/** Two texts and all data that stays the same during their alignment. */
record BothTexts(
    TextSide left,
    TextSide right,
    BlockEvidence blocks,
    Lexicon lexicon,
    List<Precedent> precedents,
    AlignerParameters parameters) {

  static BothTexts of(
      TextSide left, TextSide right, Lexicon lexicon, AlignerParameters parameters) {
    BlockEvidence blocks = new BlockEvidence(left, right, parameters.blocks());
    return new BothTexts(left, right, blocks, lexicon, List.of(), parameters);
  }

  BothTexts withPrecedents(List<Precedent> renderings) {
    return new BothTexts(left, right, blocks, lexicon, List.copyOf(renderings), parameters);
  }

  BothTexts slice(Range leftRange, Range rightRange) {
    boolean whole = leftRange.size() == left.size() && rightRange.size() == right.size();
    return whole
        ? this
        : of(left.slice(leftRange), right.slice(rightRange), lexicon, parameters)
            .withPrecedents(precedents);
  }
}
