package ballast.bitext;

import java.util.List;

/**
 * One text with its blocks, as every later step sees it.
 *
 * <p>The text is what was read: decoded, soft-wrapped lines joined, markup gone, nothing else
 * changed (no Unicode normalisation: it would rewrite CJK compatibility characters).
 *
 * @param name its name in messages, usually the file's path as given
 * @param lang its language
 * @param text all of it; blocks are separated by line breaks
 * @param blocks in order, disjoint, inside the text; empty if the text is blank
 * @param sourceMap where the text is in its file
 */
public record Document(
    String name, Lang lang, String text, List<Block> blocks, SourceMap sourceMap) {

  public Document {
    blocks = List.copyOf(blocks);
    int end = 0;
    for (Block block : blocks) {
      if (block.span().start() < end || block.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "block " + block.span() + " of " + name + " overlaps another or leaves the text");
      }
      end = block.span().end();
    }
  }

  /** The characters of one block. */
  public String text(Block block) {
    return block.span().of(text);
  }

  /** The location in the file of the character at {@code offset}, UTF-16 units of the text. */
  public Location location(int offset) {
    return sourceMap.locate(name, text, offset);
  }
}
