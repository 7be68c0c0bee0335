package ballast.bitext;

/** One of the two texts of a pair: the source or its translation. */
public enum Side {
  SOURCE,
  TARGET;

  public Side other() {
    return this == SOURCE ? TARGET : SOURCE;
  }

  /** {@code source} or {@code target}: the name in options, messages and JSON. */
  @Override
  public String toString() {
    return this == SOURCE ? "source" : "target";
  }
}
