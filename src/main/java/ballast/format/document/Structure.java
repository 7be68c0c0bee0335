package ballast.format.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what the paragraphs of one document are, and where. */
interface Structure {

  /**
   * A paragraph as a filter gives it.
   *
   * @param part the part of the archive in which it stands
   * @param type what the filter calls it; empty if it says nothing
   * @param name such as {@code Sheet1!B7}; empty if it has none
   * @param text its characters
   */
  record Unit(String part, String type, String name, String text) {}

  /** What a paragraph is; null if it is not part of the text. Asked once for each, in order. */
  @Nullable Paragraph of(Unit unit);

  /** What was left out, once all paragraphs are read; each without a full stop. */
  List<String> notes();

  /** What somebody should look at, once all paragraphs are read. */
  default List<String> warnings() {
    return List.of();
  }
}
