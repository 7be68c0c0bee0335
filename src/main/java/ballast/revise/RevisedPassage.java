package ballast.revise;

import java.util.List;

/**
 * Corresponding sentences of an old version and of its review by one or two reviewers.
 *
 * @param by who changed them
 * @param moved whether they are in another place in one of the versions
 * @param sources the source sentences that they translate; none when unknown
 * @param changes of each reviewer, in order: those of the first from the old version; those of the
 *     second from the version of the first or, if both reviewed the old version, from that
 */
public record RevisedPassage(
    ChangedBy by, boolean moved, List<SourceText> sources, List<Change> changes) {

  public RevisedPassage {
    sources = List.copyOf(sources);
    changes = List.copyOf(changes);
  }

  /** A passage with a single reviewer. */
  public static RevisedPassage of(Change change) {
    return new RevisedPassage(
        change.kind().isChange() ? ChangedBy.FIRST : ChangedBy.NOBODY,
        change.kind() == ChangeKind.MOVED,
        change.sources(),
        List.of(change));
  }

  /** The sentences in the old version. */
  public Change.Side old() {
    return first().old();
  }

  /** The change by the first reviewer. */
  public Change first() {
    return changes.get(0);
  }

  /** The change by the last reviewer. */
  public Change last() {
    return changes.get(changes.size() - 1);
  }

  /** Whether its sentences were only aligned in another way. */
  public boolean isAlignedAnew() {
    return first().kind() == ChangeKind.ALIGNED_ANEW;
  }

  /** Whether nothing was changed. */
  public boolean isUnchanged() {
    return by == ChangedBy.NOBODY && !moved;
  }
}
