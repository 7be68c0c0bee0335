package ballast.memory;

import java.util.List;

/**
 * The result of recording a revision.
 *
 * @param document the document's name
 * @param revision number of the document's latest revision, counted from 1
 * @param previous number of the revision before this command; 0 when the document is new, equal to
 *     {@code revision} when nothing had changed and no revision was made
 * @param units the units of the revision
 * @param retired units of the previous revision that are not in this one
 * @param backToDraft the ids of those of the changed and revived units that had been approved or
 *     rejected and are drafts again because a text changed, in the order of the document
 */
public record RevisionSummary(
    String document,
    int revision,
    int previous,
    UnitTally units,
    int retired,
    List<String> backToDraft) {

  public RevisionSummary {
    backToDraft = List.copyOf(backToDraft);
  }

  /** Whether a revision was made; false when files and units were those of the previous one. */
  public boolean isNewRevision() {
    return revision != previous;
  }
}
