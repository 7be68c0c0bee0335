package ballast.revise;

import java.util.List;

/**
 * All changes between two versions.
 *
 * @param changes in the order of the new version, unchanged sentences included: every sentence of
 *     both versions is in exactly one
 * @param same unchanged units that are not listed in {@code changes}
 */
public record RevisionReport(List<Change> changes, SameUnits same) {

  public RevisionReport {
    changes = List.copyOf(changes);
  }

  /** A report that lists everything. */
  public RevisionReport(List<Change> changes) {
    this(changes, SameUnits.NONE);
  }

  /** The same report, with unchanged units that are not listed. */
  RevisionReport with(SameUnits sameUnits) {
    return new RevisionReport(changes, sameUnits);
  }

  /** The totals of everything. */
  public RevisionSummary summary() {
    return RevisionSummary.of(changes, same);
  }

  /** The changes without sentences that nobody has changed. */
  List<Change> differences() {
    return changes.stream().filter(change -> change.kind().isChange()).toList();
  }
}
