package ballast.bitext;

import java.util.Comparator;
import java.util.List;

/** A text and edits to it, which do not overlap. */
public record Correction(String before, List<TextEdit> edits) {

  public Correction {
    edits = List.copyOf(edits);
  }

  public String after() {
    return TextEdit.all(edits, before);
  }

  /**
   * @param span the text to replace, in UTF-16 units
   */
  public record TextEdit(Span span, String text) {

    /**
     * Returns a text with all edits applied. They may be in any order, but must not overlap.
     *
     * @throws IndexOutOfBoundsException if an edit is outside the text
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
