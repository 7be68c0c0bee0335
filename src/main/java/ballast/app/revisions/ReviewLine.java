package ballast.app.revisions;

import ballast.bitext.Unit;
import ballast.memory.Comments.Comment;
import ballast.revise.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence to review, in one row.
 *
 * @param removed removed sentences that were directly before it
 * @param unit its unit; for a removed sentence, its former unit
 * @param comments on the unit
 */
public record ReviewLine(List<Change> removed, Change change, Unit unit, List<Comment> comments) {

  public ReviewLine {
    removed = List.copyOf(removed);
    comments = List.copyOf(comments);
  }

  /** Whether the line is only a removal, which needs no answer. */
  public boolean isRemoved() {
    return change.revised().text().isEmpty();
  }

  /** Returns its position in the document, from 1; empty if it was removed. */
  public String number() {
    return isRemoved() ? "" : Integer.toString(change.revised().position() + 1);
  }

  public List<Change> changes() {
    List<Change> changes = new ArrayList<>(removed);
    changes.add(change);
    return changes;
  }

  /** Returns the kinds of its changes by label, for example {@code removed, edited}. */
  public String kinds() {
    return changes().stream()
        .map(Change::kind)
        .map(Change.Kind::label)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
