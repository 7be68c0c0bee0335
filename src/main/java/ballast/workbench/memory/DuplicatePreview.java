package ballast.workbench.memory;

import ballast.memory.Duplicates;
import java.util.List;

/**
 * Which duplicates would be deleted.
 *
 * @param shown the first of the groups
 * @param kept how many units have duplicates
 * @param deleted how many duplicates there are
 * @param digest identifies exactly these
 */
record DuplicatePreview(List<Duplicates> shown, int kept, int deleted, String digest) {

  DuplicatePreview {
    shown = List.copyOf(shown);
  }
}
