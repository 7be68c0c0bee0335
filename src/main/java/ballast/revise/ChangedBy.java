package ballast.revise;

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
   * @param apart whether both reviewed the draft; otherwise the second reviewed the version of the
   *     first
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
