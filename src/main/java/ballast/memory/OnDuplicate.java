package ballast.memory;

import java.util.Locale;

/**
 * What an import does with a unit whose source text the memory has, in the same languages, with
 * another translation. Rejected and retired units of the memory are not considered.
 */
public enum OnDuplicate {
  /** The memory's unit stays; the file's is not imported. */
  KEEP,
  /** Both are kept. */
  ADD,
  /**
   * The file's texts replace those of the memory's unit; of several, those of an approved one, else
   * of the one changed last. The others stay.
   */
  OVERWRITE,
  /**
   * As {@link #OVERWRITE} if the file's unit was changed later; otherwise, or if the file has no
   * date for it, as {@link #KEEP}.
   */
  NEWEST;

  /** The name on the command line: {@code overwrite}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
