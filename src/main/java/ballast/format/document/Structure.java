package ballast.format.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

interface Structure {

  /**
   * A paragraph from a filter.
   *
   * @param part part of the archive that contains it
   * @param type the filter's type; empty if it gives none
   * @param name such as {@code Sheet1!B7}; empty if it has none
   */
  record Unit(String part, String type, String name, String text) {}

  /** Null if it is not part of the text. Called once for each paragraph, in order. */
  @Nullable Paragraph of(Unit unit);

  /** Called after all paragraphs are read; each note is without a full stop. */
  List<String> notes();

  /** Called after all paragraphs are read. */
  default List<String> warnings() {
    return List.of();
  }
}
