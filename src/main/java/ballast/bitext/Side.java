package ballast.bitext;

/** Which text of a pair: what is translated, or its translation. */
public enum Side {
  SOURCE,
  TARGET;

  /** The text that faces this one. */
  public Side other() {
    return this == SOURCE ? TARGET : SOURCE;
  }

  /** {@code source} or {@code target}: what options, messages and JSON call it. */
  @Override
  public String toString() {
    return this == SOURCE ? "source" : "target";
  }
}
