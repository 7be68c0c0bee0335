package ballast.memory.store;

import ballast.bitext.Unit;

/**
 * The columns of a unit that a change may replace.
 *
 * @param codes inline codes in the format of {@link CodesColumn}; empty if there are none
 * @param confidence hundredths
 * @param changedIn row of the change that set its texts and status
 * @param retiredIn row of the revision that retired it; 0 if it is not retired
 * @param deletedIn row of the change that deleted it; 0 if it is not deleted
 * @param confirmedIn row of the change that confirmed its pair; 0 if none did
 */
public record UnitState(
    TextPair texts,
    String codes,
    Unit.Status status,
    int confidence,
    long changedIn,
    long retiredIn,
    long deletedIn,
    long confirmedIn) {

  public UnitState withStatus(Unit.Status newStatus, long change) {
    return new UnitState(
        texts, codes, newStatus, confidence, change, retiredIn, deletedIn, confirmedIn);
  }

  public UnitState withRetiredIn(long revision) {
    return new UnitState(
        texts, codes, status, confidence, changedIn, revision, deletedIn, confirmedIn);
  }

  public UnitState withDeletedIn(long change) {
    return new UnitState(
        texts, codes, status, confidence, changedIn, retiredIn, change, confirmedIn);
  }

  public boolean isRetired() {
    return retiredIn != 0;
  }

  public boolean isDeleted() {
    return deletedIn != 0;
  }
}
