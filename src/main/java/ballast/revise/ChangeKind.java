package ballast.revise;

import java.util.Locale;

/** The kind of a change to sentences. */
public enum ChangeKind {
  /** The same characters in the same place. */
  UNCHANGED,
  /**
   * Different characters in the same place; also several sentences divided differently into as
   * many.
   */
  EDITED,
  /** One sentence became several. */
  SPLIT,
  /** Several sentences became one. */
  MERGED,
  /** In another place; perhaps edited too. */
  MOVED,
  /** Only in the new version. */
  ADDED,
  /** Only in the old version. */
  REMOVED,
  /** The source has changed, and its translation is missing or unchanged except for its format. */
  STALE;

  /** The name used in output: {@code edited}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
