package ballast.revise;

import java.util.List;

/**
 * Sentences that belong together in an old version and in what one reviewer, or two, made of it.
 *
 * @param by who changed them
 * @param moved whether they stand elsewhere in one of the versions
 * @param sources what they translate; none when unknown
 * @param changes of each reviewer, in order: of the first from the old version; of the second from
 *     what the first had made, or, if both reviewed the old version, from that
 */
public record RevisedPassage(
    ChangedBy by, boolean moved, List<SourceText> sources, List<Change> changes) {

  public RevisedPassage {
    sources = List.copyOf(sources);
    changes = List.copyOf(changes);
  }

  /** What one reviewer did. */
  public static RevisedPassage of(Change change) {
    boolean same = change.kind() == ChangeKind.UNCHANGED;
    return new RevisedPassage(
        same ? ChangedBy.NOBODY : ChangedBy.FIRST,
        change.kind() == ChangeKind.MOVED,
        change.sources(),
        List.of(change));
  }

  /** The sentences in the old version. */
  public Change.Side old() {
    return first().old();
  }

  /** What the first reviewer did. */
  public Change first() {
    return changes.get(0);
  }

  /** What the last reviewer did. */
  public Change last() {
    return changes.get(changes.size() - 1);
  }

  /** Whether everything stayed as it was. */
  public boolean isUnchanged() {
    return by == ChangedBy.NOBODY && !moved;
  }
}
