package ballast.memory.store;

import ballast.bitext.Status;

/**
 * The stored data of a unit that a new revision needs.
 *
 * @param id its row
 * @param uid its id
 * @param texts current texts
 * @param codes current inline codes as {@link CodesColumn} writes them
 * @param status current status
 * @param confidence hundredths
 * @param changedIn row of the change that gave it its texts and status
 * @param retiredIn row of the revision that retired it; 0 when it is in the latest revision
 * @param deletedIn row of the change that deleted it; 0 when it is not deleted
 */
public record StoredUnit(
    long id,
    String uid,
    TextPair texts,
    String codes,
    Status status,
    int confidence,
    long changedIn,
    long retiredIn,
    long deletedIn) {

  /** The columns that a change may replace. */
  public UnitState state() {
    return new UnitState(texts, codes, status, confidence, changedIn, retiredIn, deletedIn);
  }
}
