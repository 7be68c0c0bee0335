package ballast.format.markup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a gettext catalogue.
 *
 * @param id the message
 * @param plural the message for several things; null if there is none
 * @param translations of the message, or one for each plural form
 * @param flags what the comments before it say of it, for example {@code fuzzy, c-format}
 */
record PoEntry(PoString id, @Nullable PoString plural, List<PoString> translations, String flags) {

  PoEntry {
    translations = List.copyOf(translations);
  }

  /** Whether the translation is only a guess, which programs do not show. */
  boolean isFuzzy() {
    return flags.contains("fuzzy");
  }

  /** Whether it is the entry with the data of the catalogue. */
  boolean isHeader() {
    return id.isEmpty();
  }
}
