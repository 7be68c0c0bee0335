package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.bitext.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * The file in which the driver looks for passwords. As PostgreSQL's own programs do, and the driver
 * does not, Ballast takes none that others may read.
 *
 * @param path it need not exist
 */
record PasswordFile(Path path) {

  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  /** Where the driver looks in this process. */
  static PasswordFile ofThisProcess() {
    String set = System.getProperty("org.postgresql.pgpassfile", "");
    String named = set.isEmpty() ? Objects.toString(System.getenv("PGPASSFILE"), "") : set;
    String windows = Objects.toString(System.getenv("APPDATA"), "");
    if (!named.isEmpty()) {
      return new PasswordFile(Path.of(named));
    }
    return new PasswordFile(
        windows.isEmpty()
            ? Path.of(System.getProperty("user.home", ""), ".pgpass")
            : Path.of(windows, "postgresql", "pgpass.conf"));
  }

  /**
   * @throws InputException if others may read or write it
   */
  void requirePrivate() {
    if (!Files.isRegularFile(path)
        || !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      if (Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains)) {
        throw new InputException(
            "others may use the file of passwords \"" + path + "\"",
            "chmod 600 " + ShellWord.of(path.toString()));
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot see who may read the file of passwords \"" + path + "\": " + e.getMessage(),
          "check its folder",
          e);
    }
  }

  /** The error for a file in which a line is too short for the driver. */
  InputException malformed(RuntimeException cause) {
    return new InputException(
        "a line of the file of passwords \"" + path + "\" cannot be read",
        "write each as HOST:PORT:DATABASE:USER:PASSWORD",
        cause);
  }
}
