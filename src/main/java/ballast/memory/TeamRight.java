package ballast.memory;

/**
 * What a member of a team needs a right for. A memory in a file asks for none.
 *
 * @see MemoryStore#require
 */
public enum TeamRight {
  /** To write at all. */
  WRITE("written"),
  /** To add units of other files. */
  IMPORT("imported"),
  /** To copy another memory into it, with the authors of its changes. */
  COPY("copied"),
  /** To remove what is kept for the history. */
  COMPACT("compacted"),
  /** To change the source of a unit without an article that is recorded. */
  CHANGE_SOURCE("source"),
  /** To rebuild the index of the texts. */
  REBUILD_INDEX("index");

  private final String label;

  TeamRight(String label) {
    this.label = label;
  }

  /** What the server calls it. */
  public String label() {
    return label;
  }
}
