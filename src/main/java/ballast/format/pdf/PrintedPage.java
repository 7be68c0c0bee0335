package ballast.format.pdf;

import java.util.List;

/**
 * What a page shows.
 *
 * @param number 1-based
 * @param height in points
 * @param glyphs in the order of the file
 * @param picture whether there is a picture on it
 */
record PrintedPage(int number, double height, List<Glyph> glyphs, boolean picture) {

  PrintedPage {
    glyphs = List.copyOf(glyphs);
  }

  /** Whether it is a picture without any text. */
  boolean isScan() {
    return picture && glyphs.stream().allMatch(glyph -> glyph.text().isBlank());
  }
}
