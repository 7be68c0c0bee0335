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
 */
record MarkupBlock(FoundBlock found, Span raw, TextRules rules, String lineBreak) {}
