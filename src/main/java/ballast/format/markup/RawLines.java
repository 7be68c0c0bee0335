package ballast.format.markup;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.SourceSpan;

/**
 * The lines of a block without what surrounds it (quotation signs, indents), joined by line feeds,
 * with their places in the file.
 */
final class RawLines {

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> offsets = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  /**
   * @param file all characters of the file
   * @param spans the lines, each a place of the parser
   * @param base what to add to a place of the parser
   */
  RawLines(String file, List<SourceSpan> spans, int base) {
    int line = -1;
    for (SourceSpan span : spans) {
      if (line >= 0) {
        text.append("\n".repeat(Math.max(1, span.getLineIndex() - line)));
      }
      line = span.getLineIndex();
      int start = span.getInputIndex() + base;
      offsets.add(text.length());
      places.add(start);
      text.append(file, start, start + span.getLength());
    }
  }

  String text() {
    return text.toString();
  }

  /** The place in the file of an offset in the text. */
  int inFile(int offset) {
    int low = 0;
    int high = offsets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets.get(middle) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? offset : places.get(low - 1) + offset - offsets.get(low - 1);
  }
}
