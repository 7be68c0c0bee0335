package ballast.memory;

/**
 * The result of recording a revision. Every unit of the revision is counted in exactly one of
 * {@code added}, {@code changed}, {@code unchanged}, {@code moved} and {@code revived}.
 *
 * @param document the document's name
 * @param revision number of the document's latest revision, counted from 1
 * @param previous number of the revision before this command; 0 when the document is new, equal to
 *     {@code revision} when nothing had changed and no revision was made
 * @param added units that were not in the memory
 * @param changed units of the previous revision with another source, target or inline code
 * @param unchanged units of the previous revision with the same texts, in the same order
 * @param moved units of the previous revision with the same texts in another order
 * @param retired units of the previous revision that are not in this one; not part of the other
 *     counts
 * @param revived units of an earlier revision that had been retired
 * @param backToDraft those of {@code changed} and {@code revived} that had been approved or
 *     rejected and are drafts again because a text changed
 */
public record RevisionSummary(
    String document,
    int revision,
    int previous,
    int added,
    int changed,
    int unchanged,
    int moved,
    int retired,
    int revived,
    int backToDraft) {

  /** Whether a revision was made; false when files and units were those of the previous one. */
  public boolean isNewRevision() {
    return revision != previous;
  }

  /** Units in the revision. */
  public int units() {
    return added + changed + unchanged + moved + revived;
  }
}
