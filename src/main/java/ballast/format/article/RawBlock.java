package ballast.format.article;

import ballast.bitext.BlockType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that becomes one block, before it has a type.
 *
 * @param text not blank, no white space at either end
 * @param points the places of the text in the file, by rising offset; the first is for offset 0
 * @param gapBefore whether an empty line or markup separates it from the previous passage
 * @param markup {@link Markup#NONE} for plain text
 */
record RawBlock(String text, List<FoundBlock.Point> points, boolean gapBefore, Markup markup) {

  /**
   * The markup of a passage of a page.
   *
   * @param type the type that its tags give it; null if they give none
   * @param linkShare share of its characters inside links, in [0, 1]
   * @param outside whether it is outside the main text of the page
   * @param isWindowTitle whether it is the title of the page's window
   */
  record Markup(
      @Nullable BlockType type, double linkShare, boolean outside, boolean isWindowTitle) {
    static final Markup NONE = new Markup(null, 0, false, false);
  }

  RawBlock {
    points = List.copyOf(points);
  }

  FoundBlock found(BlockType type) {
    return new FoundBlock(text, type, 0, "", points, List.of(), List.of());
  }
}
