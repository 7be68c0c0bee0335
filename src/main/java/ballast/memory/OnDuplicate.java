package ballast.memory;

import java.util.Locale;

/**
 * What an import does with a unit whose source text the memory has, in the same languages, with
 * another translation. A rejected or retired unit does not count as one the memory has.
 */
public enum OnDuplicate {
  /** The memory's unit stays, the file's is not taken. */
  KEEP,
  /** Both are kept. */
  ADD,
  /**
   * The memory's unit gets the texts of the file's; of several, the approved one, then the one that
   * was changed last. The others stay.
   */
  OVERWRITE,
  /**
   * As {@link #OVERWRITE} when the file's unit was changed later, as {@link #KEEP} otherwise and
   * when the file does not say when.
   */
  NEWEST;

  /** The name on the command line: {@code overwrite}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
