package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.format.unit.UnitFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that contains one version.
 *
 * @param name as the user gave it; its extension determines the form
 * @param file relative to the workplace; {@code -} is standard input; empty: the version does not
 *     exist
 */
public record VersionFile(String name, String file) {

  /** In bytes. */
  private static final long MAX_BLANK = 1_000;

  public static VersionFile of(String name) {
    return new VersionFile(name, name);
  }

  /** Returns a version that does not exist, because the file is new or was removed. */
  public static VersionFile absent(String name) {
    return new VersionFile(name, "");
  }

  /**
   * Returns a version of one of several files. A file without any text is a version that does not
   * exist.
   */
  static VersionFile orAbsent(Workplace workplace, String name, String file) {
    Path path = workplace.resolve(file);
    try {
      // Longer files of white space alone are left to the reader.
      return Files.isRegularFile(path)
              && Files.size(path) <= MAX_BLANK
              && new String(Files.readAllBytes(path), UTF_8).replace("\uFEFF", "").isBlank()
          ? absent(name)
          : new VersionFile(name, file);
    } catch (IOException e) {
      return new VersionFile(name, file); // The reader reports the problem.
    }
  }

  boolean holdsUnits() {
    return UnitFile.isOne(isAbsent() ? name : file);
  }

  boolean isAbsent() {
    return file.isEmpty();
  }
}
