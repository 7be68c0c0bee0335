package ballast.bitext;

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
}
