package ballast.memory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param absent the units of the revision that are deleted
 * @param unrepresented units of documents that were deleted as duplicates of units which this
 *     command retired or gave other texts, by document
 */
public record RevisionSummary(
    String document,
    int revision,
    int previous,
    UnitTally units,
    int retired,
    List<String> backToDraft,
    AbsentUnits absent,
    SortedMap<String, Integer> unrepresented) {

  public RevisionSummary {
    backToDraft = List.copyOf(backToDraft);
    unrepresented = Collections.unmodifiableSortedMap(new TreeMap<>(unrepresented));
  }

  /** A revision whose units are all there, and that takes no unit from another document. */
  public RevisionSummary(
      String document,
      int revision,
      int previous,
      UnitTally units,
      int retired,
      List<String> backToDraft) {
    this(
        document,
        revision,
        previous,
        units,
        retired,
        backToDraft,
        AbsentUnits.NONE,
        new TreeMap<>());
  }

  /** Whether a revision was made; false when files and units were those of the previous one. */
  public boolean isNewRevision() {
    return revision != previous;
  }
}
