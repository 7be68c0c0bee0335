package ballast.workflow.revise;

/**
 * A file that holds one version.
 *
 * @param name as the user gave it; its extension gives the form
 * @param file relative to the workplace; {@code -} is standard input; empty: the version does not
 *     exist
 */
public record VersionFile(String name, String file) {

  /** A file under its own name. */
  public static VersionFile of(String name) {
    return new VersionFile(name, name);
  }

  /** A version that does not exist, because the file is new or was removed. */
  public static VersionFile absent(String name) {
    return new VersionFile(name, "");
  }

  boolean isAbsent() {
    return file.isEmpty();
  }
}
