package ballast.format.unit;

/** A version of XLIFF that Ballast writes. */
public enum XliffVersion {
  /** The version that most programs read. */
  V1_2("1.2"),
  V2_1("2.1");

  private final String label;

  XliffVersion(String label) {
    this.label = label;
  }

  /** The number as files write it: {@code 1.2}. */
  @Override
  public String toString() {
    return label;
  }
}
