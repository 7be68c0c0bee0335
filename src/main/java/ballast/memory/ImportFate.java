package ballast.memory;

/** What an import did with a unit of a file. */
public enum ImportFate {
  /** The unit is new in the memory. */
  ADDED,
  /**
   * The memory already had it: the same texts except for white space and width, in the same
   * languages.
   */
  MERGED,
  /** Its texts replaced those of a unit of the memory. */
  OVERWRITTEN,
  /** Not imported: the memory keeps its own translation. */
  KEPT_OTHER,
  /** Not imported: the memory keeps its own translation, which is as new or newer. */
  KEPT_NEWER
}
