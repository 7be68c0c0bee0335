package ballast.memory;

import java.util.List;

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
 */
public record EditSummary(
    int matched, int changed, int deleted, int backToDraft, List<String> documents) {

  public EditSummary {
    documents = List.copyOf(documents);
  }
}
