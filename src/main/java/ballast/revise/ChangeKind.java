package ballast.revise;

import java.util.Locale;

/** What became of sentences. */
public enum ChangeKind {
  /** The same characters in the same place. */
  UNCHANGED,
  /** Other characters, in the same place; also several sentences cut anew into as many. */
  EDITED,
  /** One sentence is several now. */
  SPLIT,
  /** Several sentences are one now. */
  MERGED,
  /** Stands elsewhere; perhaps edited too. */
  MOVED,
  /** Only in the new version. */
  ADDED,
  /** Only in the old version. */
  REMOVED,
  /** The source has changed and its translation has not, but for its format, or there is none. */
  STALE;

  /** The name used in output: {@code edited}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
