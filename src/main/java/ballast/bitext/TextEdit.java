package ballast.bitext;

import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a text that is replaced.
 *
 * @param span what goes, UTF-16 units of the text
 * @param text what comes in its place
 */
public record TextEdit(Span span, String text) {

  /**
   * A text with stretches replaced.
   *
   * @param edits apart from each other, in any order
   * @throws IndexOutOfBoundsException if one leaves the text
   */
  public static String all(List<TextEdit> edits, String whole) {
    StringBuilder text = new StringBuilder(whole);
    edits.stream()
        .sorted(Comparator.comparing(TextEdit::span).reversed())
        .forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.text()));
    return text.toString();
  }
}
