package ballast.format.unit;

import ballast.bitext.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags of a unit in a memory of Trados: its origin in the lowest byte, its confirmation level
 * in the third.
 */
final class SdltmFlags {

  private static final List<String> ORIGINS =
      List.of(
          "Unknown",
          "TM",
          "MachineTranslation",
          "Alignment",
          "ContextTM",
          "AdaptiveMachineTranslation",
          "Nmt",
          "AutomaticTranslation");

  private static final List<String> LEVELS =
      List.of(
          "Unspecified",
          "Draft",
          "Translated",
          "RejectedTranslation",
          "ApprovedTranslation",
          "RejectedSignOff",
          "ApprovedSignOff");

  private SdltmFlags() {}

  /** The properties that Trados writes for them in TMX, and the status that they say. */
  static List<Property> properties(long flags) {
    String origin = word(ORIGINS, flags & 0xFF);
    String level = word(LEVELS, flags >> 16 & 0xFF);
    List<Property> properties = new ArrayList<>();
    TranslationState.status(level)
        .ifPresent(status -> properties.add(Property.ofUnit("x-status", status.label())));
    if (!TranslationState.isConfirmed(level)) {
      properties.addAll(TranslationState.unconfirmed(origin, ""));
    }
    if (!level.isEmpty()) {
      properties.add(Property.ofUnit("x-ConfirmationLevel", level));
    }
    if (!origin.isEmpty()) {
      properties.add(Property.ofUnit("x-Origin", origin));
    }
    return properties;
  }

  /** The word for a number; empty for the first, which says nothing, and for unknown ones. */
  private static String word(List<String> words, long number) {
    return number > 0 && number < words.size() ? words.get((int) number) : "";
  }
}
