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
        change.kind() == Change.Kind.MOVED,
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
    return first().kind() == Change.Kind.ALIGNED_ANEW;
  }

  /** Whether nothing was changed. */
  public boolean isUnchanged() {
    return by == ChangedBy.NOBODY && !moved;
  }

  /** Which of two reviewers changed a passage. */
  public enum ChangedBy {
    /** Nobody. */
    NOBODY("unchanged"),
    /** The first one; the second left it unchanged. */
    FIRST("first"),
    /** The second one only. */
    SECOND("second"),
    /** Both, each in a copy of the draft, to the same text. */
    ALIKE("alike"),
    /** Both, each in a copy of the draft, to different texts. */
    APART("apart"),
    /** The first one changed it, and the second one restored the text of the draft. */
    UNDONE("undone"),
    /** The first one changed it, and the second one changed it again. */
    FURTHER("further");

    private final String label;

    ChangedBy(String label) {
      this.label = label;
    }

    /** The name used in output. */
    public String label() {
      return label;
    }

    /** Whether the first reviewer changed it. */
    public boolean isOfFirst() {
      return this != NOBODY && this != SECOND;
    }

    /** Whether the second reviewer changed it. */
    public boolean isOfSecond() {
      return this != NOBODY && this != FIRST;
    }

    /**
     * Determines who changed a passage.
     *
     * @param apart whether both reviewed the draft; otherwise the second reviewed the version of
     *     the first
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
