package ballast.format.markup;

import ballast.bitext.Span;
import ballast.format.article.FoundBlock;

/**
 * A block with all that is needed to write another text in its place.
 *
 * @param found the block
 * @param raw the stretch of the file that another text replaces, codes included; UTF-16 units
 * @param rules what the format demands of a text there
 * @param lineBreak how a line break of the text is written
 * @param before what is written before another text
 * @param after what is written after it
 */
record MarkupBlock(
    FoundBlock found, Span raw, TextRules rules, String lineBreak, String before, String after) {

  /** A block whose text is written alone. */
  MarkupBlock(FoundBlock found, Span raw, TextRules rules, String lineBreak) {
    this(found, raw, rules, lineBreak, "", "");
  }

  /** The same block where lines are broken in another way. */
  MarkupBlock withLineBreak(String other) {
    return new MarkupBlock(found, raw, rules, other, before, after);
  }
}
