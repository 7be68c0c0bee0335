package ballast.revise;

import java.util.List;

/**
 * All that became of the sentences of a version.
 *
 * @param changes in the order of the new version, those that stayed among them: every sentence of
 *     both versions is in exactly one
 */
public record RevisionReport(List<Change> changes) {

  public RevisionReport {
    changes = List.copyOf(changes);
  }

  /** Whether anything is to be reported. */
  public boolean isEmpty() {
    return changes.stream().allMatch(change -> change.kind() == ChangeKind.UNCHANGED);
  }

  /** What is to be reported: all that did not stay as it was. */
  public List<Change> differences() {
    return changes.stream().filter(change -> change.kind() != ChangeKind.UNCHANGED).toList();
  }
}
