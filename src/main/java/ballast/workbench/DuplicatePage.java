package ballast.workbench;

import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The content of the page of duplicates, for its templates.
 *
 * @param preview null if there is none
 * @param problem the reason for that; may be ""
 */
record DuplicatePage(
    MemoryQuery query, Set<Ignored> ignored, @Nullable Preview preview, String problem) {

  static String name(Ignored ignored) {
    return ignored.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The duplicates that would be deleted.
   *
   * @param shown the first groups
   * @param kept number of units with duplicates
   * @param losses number of deleted units per document
   * @param digest identifies exactly these duplicates
   */
  record Preview(
      List<Duplicates> shown,
      int kept,
      int deleted,
      SortedMap<String, Integer> losses,
      String digest) {

    Preview {
      shown = List.copyOf(shown);
    }
  }
}
