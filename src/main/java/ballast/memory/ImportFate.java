package ballast.memory;

/** What became of a unit of a file. */
public enum ImportFate {
  /** The memory has a unit more. */
  ADDED,
  /** The memory had it: the same texts, spaces and width apart, in the same languages. */
  MERGED,
  /** A unit of the memory got its texts. */
  OVERWRITTEN,
  /** The memory's other translation stays; it was not taken. */
  KEPT_OTHER,
  /** The memory's other translation stays because it is as new or newer; it was not taken. */
  KEPT_NEWER
}
