package ballast.revise;

import java.util.List;

/**
 * All that became of the sentences of a version.
 *
 * @param changes in the order of the new version, those that stayed among them: every sentence of
 *     both versions is in exactly one
 * @param same units that stayed and are not among them
 */
public record RevisionReport(List<Change> changes, SameUnits same) {

  public RevisionReport {
    changes = List.copyOf(changes);
  }

  /** A report that lists all. */
  public RevisionReport(List<Change> changes) {
    this(changes, SameUnits.NONE);
  }

  /** The same, with units that stayed and are not listed. */
  RevisionReport with(SameUnits others) {
    return new RevisionReport(changes, others);
  }

  /** The totals of everything. */
  public RevisionSummary summary() {
    return RevisionSummary.of(changes, same);
  }

  /** What is to be reported: all that did not stay as it was. */
  List<Change> differences() {
    return changes.stream().filter(change -> change.kind() != ChangeKind.UNCHANGED).toList();
  }
}
