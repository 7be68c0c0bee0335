package ballast.align;

import ballast.bitext.Range;
import ballast.lexicon.Lexicon;
import java.util.List;

/**
 * Two texts and what does not change while they are aligned.
 *
 * @param precedents renderings that are known beforehand
 */
record BothTexts(
    TextSide left,
    TextSide right,
    BlockEvidence blocks,
    Lexicon lexicon,
    List<Precedent> precedents,
    AlignerParameters parameters) {

  /** Two texts of which nothing is known beforehand. */
  static BothTexts of(
      TextSide left, TextSide right, Lexicon lexicon, AlignerParameters parameters) {
    BlockEvidence blocks = new BlockEvidence(left, right, parameters);
    return new BothTexts(left, right, blocks, lexicon, List.of(), parameters);
  }

  BothTexts knowing(List<Precedent> known) {
    return new BothTexts(left, right, blocks, lexicon, List.copyOf(known), parameters);
  }

  /** The part of both texts in these ranges. */
  BothTexts slice(Range leftRange, Range rightRange) {
    boolean whole = leftRange.size() == left.size() && rightRange.size() == right.size();
    return whole
        ? this
        : of(left.slice(leftRange), right.slice(rightRange), lexicon, parameters)
            .knowing(precedents);
  }
}
