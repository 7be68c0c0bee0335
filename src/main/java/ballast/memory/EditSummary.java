package ballast.memory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an editing command did, or would do.
 *
 * @param matched units that were looked at
 * @param changed units that were changed
 * @param deleted those of {@code changed} that are deleted now
 * @param backToDraft those of {@code changed} that had been approved or rejected and are drafts
 *     again because a text changed
 * @param documents names of the documents of the changed units, in code point order; the empty name
 *     stands for units without one
 * @param unrepresented units that were deleted earlier as duplicates of units that are deleted now,
 *     by document: the memory has their texts no longer
 */
public record EditSummary(
    int matched,
    int changed,
    int deleted,
    int backToDraft,
    List<String> documents,
    SortedMap<String, Integer> unrepresented) {

  public EditSummary {
    documents = List.copyOf(documents);
    unrepresented = Collections.unmodifiableSortedMap(new TreeMap<>(unrepresented));
  }
}
