package ballast.workflow.revise;

/**
 * A file that holds one version.
 *
 * @param name what a person calls it; its extension says what it is
 * @param file where it is, seen from the workplace; {@code -} is standard input, empty is nowhere:
 *     there is no such version
 */
public record VersionFile(String name, String file) {

  /** A file that is called what it is. */
  public static VersionFile of(String name) {
    return new VersionFile(name, name);
  }

  /** A version that is not there: the file is new, or has been removed. */
  public static VersionFile absent(String name) {
    return new VersionFile(name, "");
  }

  boolean isAbsent() {
    return file.isEmpty();
  }
}
