package ballast.app.revisions;

import ballast.bitext.Unit;
import ballast.revise.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence to be reviewed, in one row.
 *
 * @param removed sentences that stood right before it and were removed
 * @param change how it changed
 * @param unit its unit, or, if it was removed, the one that it had
 */
public record ReviewLine(List<Change> removed, Change change, Unit unit) {

  public ReviewLine {
    removed = List.copyOf(removed);
  }

  /** Whether there is only a removal, and so nothing to answer. */
  public boolean isRemoved() {
    return change.revised().text().isEmpty();
  }

  /** Its place in the document, from 1; empty if it was removed. */
  public String number() {
    return isRemoved() ? "" : Integer.toString(change.revised().position() + 1);
  }

  /** All its changes, in order. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>(removed);
    changes.add(change);
    return changes;
  }

  /** The kinds of its changes by their labels: {@code removed, edited}. */
  public String kinds() {
    return changes().stream()
        .map(Change::kind)
        .map(Change.Kind::label)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
