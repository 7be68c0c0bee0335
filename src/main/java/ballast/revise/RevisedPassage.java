package ballast.revise;

import java.util.List;

/**
 * Corresponding sentences of an old version and of its review by one or two reviewers.
 *
 * @param moved whether they are in another place in one of the versions
 * @param sources the source sentences that they translate; empty when unknown
 * @param changes of each reviewer, in order. The first compares with the old version. The second
 *     compares with the first reviewer's version or, if both reviewed the old version, with that
 */
public record RevisedPassage(
    ChangedBy by, boolean moved, List<SourceText> sources, List<Change> changes) {

  public RevisedPassage {
    sources = List.copyOf(sources);
    changes = List.copyOf(changes);
  }

  public static RevisedPassage of(Change change) {
    return new RevisedPassage(
        change.kind().isChange() ? ChangedBy.FIRST : ChangedBy.NOBODY,
        change.kind() == Change.Kind.MOVED,
        change.sources(),
        List.of(change));
  }

  public Change.Side old() {
    return first().old();
  }

  public Change first() {
    return changes.get(0);
  }

  public Change last() {
    return changes.get(changes.size() - 1);
  }

  public boolean isAlignedAnew() {
    return first().kind() == Change.Kind.ALIGNED_ANEW;
  }

  public boolean isUnchanged() {
    return by == ChangedBy.NOBODY && !moved;
  }

  public enum ChangedBy {
    NOBODY("unchanged"),
    /** The first reviewer; the second left it unchanged. */
    FIRST("first"),
    SECOND("second"),
    /** Both reviewers, each in a copy of the draft, to the same text. */
    ALIKE("alike"),
    /** Both reviewers, each in a copy of the draft, to different texts. */
    APART("apart"),
    /** The first reviewer changed it, and the second restored the draft. */
    UNDONE("undone"),
    /** The first reviewer changed it, and the second changed it again. */
    FURTHER("further");

    private final String label;

    ChangedBy(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public boolean isOfFirst() {
      return this != NOBODY && this != SECOND;
    }

    public boolean isOfSecond() {
      return this != NOBODY && this != FIRST;
    }

    /**
     * @param apart whether both reviewed the draft; otherwise the second reviewed the first's
     *     version
     */
    static ChangedBy of(String draft, String first, String second, boolean apart) {
      if (first.equals(draft)) {
        return second.equals(draft) ? NOBODY : SECOND;
      }
      if (second.equals(draft)) {
        return apart ? FIRST : UNDONE;
      }
      if (second.equals(first)) {
        return apart ? ALIKE : FIRST;
      }
      return apart ? APART : FURTHER;
    }
  }
}
