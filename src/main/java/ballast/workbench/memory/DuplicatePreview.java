package ballast.workbench.memory;

import ballast.memory.Duplicates;
import java.util.List;
import java.util.SortedMap;

/**
 * Which duplicates would be deleted.
 *
 * @param shown the first of the groups
 * @param kept how many units have duplicates
 * @param deleted how many duplicates there are
 * @param losses how many units each document would lose
 * @param digest identifies exactly these
 */
record DuplicatePreview(
    List<Duplicates> shown,
    int kept,
    int deleted,
    SortedMap<String, Integer> losses,
    String digest) {

  DuplicatePreview {
    shown = List.copyOf(shown);
  }
}
