package ballast.format.unit;

/** A version of XLIFF that Ballast writes. */
public enum XliffVersion {
  /** What most programs take. */
  V1_2("1.2"),
  V2_1("2.1");

  private final String label;

  XliffVersion(String label) {
    this.label = label;
  }

  /** As the file says it: {@code 1.2}. */
  @Override
  public String toString() {
    return label;
  }
}
