package ballast.report.page;

/** Numbers of things in sentences. */
public final class Count {

  private Count() {}

  /** {@code 1 revision}, {@code 12 revisions}. */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
