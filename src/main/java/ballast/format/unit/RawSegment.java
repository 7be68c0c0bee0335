package ballast.format.unit;

import ballast.bitext.Span;
import ballast.bitext.TextEdit;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a segment and the place in the file of each of its characters. Built character by
 * character.
 */
final class RawSegment {

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  /** Adds the text that a stretch of the file stands for. */
  void add(String meant, int start, int end) {
    for (int i = 0; i < meant.length(); i++) {
      int at = text.length();
      if (at == starts.length) {
        starts = Arrays.copyOf(starts, at * 2);
        ends = Arrays.copyOf(ends, at * 2);
      }
      starts[at] = start;
      ends[at] = end;
      text.append(meant.charAt(i));
    }
  }

  String text() {
    return text.toString();
  }

  /**
   * The place of a stretch in the file; empty if anything else, such as a tag, stands inside it.
   */
  Optional<Span> raw(Span span) {
    if (span.isEmpty() || span.end() > text.length()) {
      return Optional.empty();
    }
    for (int i = span.start() + 1; i < span.end(); i++) {
      if (starts[i] != ends[i - 1] && starts[i] != starts[i - 1]) {
        return Optional.empty();
      }
    }
    return Optional.of(new Span(starts[span.start()], ends[span.end() - 1]));
  }

  /** The edit of the file that makes a replacement in the text; empty if there is none. */
  Optional<TextEdit> raw(TextEdit edit, boolean xml) {
    String written =
        xml
            ? edit.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            : edit.text().replace("\\", "\\\\");
    return raw(edit.span()).map(span -> new TextEdit(span, written));
  }
}
