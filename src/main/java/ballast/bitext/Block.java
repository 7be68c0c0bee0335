package ballast.bitext;

/**
 * A typed part of a document: a paragraph, a heading, a list item.
 *
 * @param span in the document's text, without the line breaks around it
 * @param level of a heading, from 1, the highest; 0 if the format gives none, and for other types
 * @param place its place in a file without lines, for example {@code table 2, row 4}; empty for
 *     text files, which have line and column
 */
public record Block(Span span, BlockType type, int level, String place) {

  public Block {
    if (level < 0) {
      throw new IllegalArgumentException("level " + level + " is negative");
    }
  }

  public Block(Span span, BlockType type) {
    this(span, type, 0, "");
  }
}
