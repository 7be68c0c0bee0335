package ballast.memory;

/**
 * An action that a team member needs a right for. A memory in a file requires none.
 *
 * @see MemoryStore#require
 */
public enum TeamRight {
  /** Write at all. */
  WRITE("written"),
  /** Add units of other files. */
  IMPORT("imported"),
  /** Copy another memory into this one, with the authors of its changes. */
  COPY("copied"),
  /** Remove data kept for the history. */
  COMPACT("compacted"),
  /** Change the source of a unit without a recorded article. */
  CHANGE_SOURCE("source"),
  REBUILD_INDEX("index");

  private final String label;

  TeamRight(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
