package ballast.bitext;

import java.util.Comparator;
import java.util.List;

/**
 * Edits to a text.
 *
 * @param before the text to which they apply
 * @param edits the edits; their spans do not overlap
 */
public record Correction(String before, List<TextEdit> edits) {

  public Correction {
    edits = List.copyOf(edits);
  }

  /** The text with all edits applied. */
  public String after() {
    return TextEdit.all(edits, before);
  }

  /**
   * The replacement of a stretch of a text.
   *
   * @param span the stretch to replace, UTF-16 units of the text
   * @param text the new text for it
   */
  public record TextEdit(Span span, String text) {

    /**
     * A text with all edits applied.
     *
     * @param edits the edits, in any order; their spans do not overlap
     * @throws IndexOutOfBoundsException if an edit lies outside the text
     */
    public static String all(List<TextEdit> edits, String whole) {
      StringBuilder text = new StringBuilder(whole);
      edits.stream()
          .sorted(Comparator.comparing(TextEdit::span).reversed())
          .forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.text()));
      return text.toString();
    }
  }
}
