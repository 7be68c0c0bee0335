package ballast.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Modes of files, independent of the builder's umask. */
final class Permissions {

  private static final String PROGRAM = "rwxr-xr-x";
  private static final String DATA = "rw-r--r--";

  private Permissions() {}

  /** The mode of a file or folder in an archive, {@code rwxr-xr-x} or {@code rw-r--r--}. */
  static String of(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || isProgram(file) ? PROGRAM : DATA;
  }

  /** Programs are in folders {@code bin}, and two helpers of Java next to its libraries. */
  private static boolean isProgram(Path file) {
    String name = file.getFileName().toString();
    Path parent = file.getParent();
    return (parent != null && parent.endsWith("bin"))
        || name.equals("jspawnhelper")
        || name.equals("jexec");
  }

  /** Sets the modes of all files below a folder; does nothing on Windows. */
  static void set(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    for (Path entry : Tree.entries(folder)) {
      if (!Files.isSymbolicLink(entry)) {
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(of(entry)));
      }
    }
  }
}
