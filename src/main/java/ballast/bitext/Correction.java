package ballast.bitext;

import java.util.List;

/**
 * What is to be replaced in a text.
 *
 * @param before the text that it was made for
 * @param edits apart from each other
 */
public record Correction(String before, List<TextEdit> edits) {

  public Correction {
    edits = List.copyOf(edits);
  }

  /** The text with all of it replaced. */
  public String after() {
    return TextEdit.all(edits, before);
  }
}
