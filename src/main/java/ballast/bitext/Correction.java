package ballast.bitext;

import java.util.ArrayList;
import java.util.Collections;
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
      List<TextEdit> ordered = new ArrayList<>(edits);
      Collections.reverse(ordered); // of insertions at one place, the last comes first
      ordered.sort(Comparator.comparing(TextEdit::span));
      StringBuilder text = new StringBuilder(whole.length());
      int end = 0;
      for (TextEdit edit : ordered) {
        text.append(whole, end, edit.span().start()).append(edit.text());
        end = edit.span().end();
      }
      return text.append(whole, end, whole.length()).toString();
    }
  }
}
