package ballast.format.pdf;

import ballast.bitext.InputException;
import java.util.ArrayList;
import java.util.List;

/** The pages of a file that are pictures of text. */
final class Scans {

  private final List<Integer> scanned = new ArrayList<>();
  private int written;

  /** Looks at the next page. */
  void add(PrintedPage page) {
    if (page.isScan()) {
      scanned.add(page.number());
    } else if (page.glyphs().stream().anyMatch(glyph -> !glyph.text().isBlank())) {
      written++;
    }
  }

  /**
   * Refuses a file that consists of pictures.
   *
   * @throws InputException if it does
   */
  void refuseIfAll(String name) {
    if (written == 0 && !scanned.isEmpty()) {
      throw new InputException(
          "cannot read \"" + name + "\": it is scanned: its pages are pictures of text",
          "recognise the text with a program for OCR first");
    }
  }

  /** What to say of the pages that cannot be read. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= scanned.size(); i++) {
      if (i == scanned.size() || scanned.get(i) != scanned.get(i - 1) + 1) {
        warnings.add(warning(scanned.get(from), scanned.get(i - 1)));
        from = i;
      }
    }
    return warnings;
  }

  private static String warning(int first, int last) {
    return first == last
        ? "page " + first + " is a picture: no text can be read there"
        : "pages " + first + " to " + last + " are pictures: no text can be read there";
  }
}
