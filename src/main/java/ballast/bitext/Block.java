package ballast.bitext;

/**
 * One typed stretch of a document: a paragraph, a heading, a list item.
 *
 * @param span where it lies in the document's text, without the line breaks around it
 * @param type what it is
 */
public record Block(Span span, BlockType type) {}
