package ballast.bitext;

import java.util.List;

/**
 * Maps a document's text to places in the file from which it was read.
 *
 * <p>A document's text is not always its file's: soft-wrapped lines are joined, indents and markup
 * are left out. An anchor maps the text from one offset up to the next anchor to a run of the file
 * that begins at a given line and column.
 *
 * @param anchors by ascending offset; empty when the text did not come from a file (then every
 *     place is line 1)
 */
public record SourceMap(List<Anchor> anchors) {

  /** A map for text that did not come from a file, or came from its first line unchanged. */
  public static final SourceMap NONE = new SourceMap(List.of());

  /**
   * Maps the text from an offset on to a place in the file.
   *
   * @param offset UTF-16 units into the document's text
   * @param line 1-based line of the file
   * @param column 1-based column in code points
   */
  public record Anchor(int offset, int line, int column) {}

  public SourceMap {
    anchors = List.copyOf(anchors);
    for (int i = 1; i < anchors.size(); i++) {
      if (anchors.get(i).offset() <= anchors.get(i - 1).offset()) {
        throw new IllegalArgumentException(
            "anchors must rise: " + anchors.get(i - 1) + ", " + anchors.get(i));
      }
    }
  }

  /** The location in {@code file} of the character at {@code offset} of {@code text}. */
  Location locate(String file, String text, int offset) {
    int low = 0;
    int high = anchors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (anchors.get(middle).offset() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return new Location(file, 1, 1 + text.codePointCount(0, offset));
    }
    Anchor anchor = anchors.get(low - 1);
    int column = anchor.column() + text.codePointCount(anchor.offset(), offset);
    return new Location(file, anchor.line(), column);
  }
}
