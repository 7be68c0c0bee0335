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
  STALE,
  /** The same text, aligned with its source in another way; not an edit. */
  ALIGNED_ANEW;

  /** The name used in output: {@code edited}, {@code aligned-anew}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name in running text: {@code aligned anew}. */
  public String inWords() {
    return label().replace('-', ' ');
  }

  /** Whether somebody has changed the translation, or the source that it no longer follows. */
  public boolean isChange() {
    return this != UNCHANGED && this != ALIGNED_ANEW;
  }
}
