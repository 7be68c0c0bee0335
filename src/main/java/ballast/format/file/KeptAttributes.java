package ballast.format.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a file takes over from the old one.
 *
 * @param posix owner, group and permissions; null if there is no old one, and on Windows
 * @param hasOtherNames whether other names (hard links) lead to the same file
 */
record KeptAttributes(@Nullable PosixFileAttributes posix, boolean hasOtherNames) {

  /** Of a file, which need not exist. */
  static KeptAttributes of(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null || !Files.exists(file)) {
      return new KeptAttributes(null, false);
    }
    Object names = Files.getAttribute(file, "unix:nlink");
    return new KeptAttributes(view.readAttributes(), names instanceof Integer count && count > 1);
  }

  /** For creating the new version: nobody else may read it for a moment either. */
  FileAttribute<?>[] atCreation() {
    return posix == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(posix.permissions())};
  }

  /** Gives them to the new version, as far as the user may. */
  void giveTo(Path file) throws IOException {
    if (posix == null) {
      return;
    }
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes now = view.readAttributes();
    try {
      if (!now.owner().equals(posix.owner())) {
        view.setOwner(posix.owner());
      }
      if (!now.group().equals(posix.group())) {
        view.setGroup(posix.group());
      }
    } catch (IOException notAllowed) {
      // Only an administrator may give files away.
    }
    view.setPermissions(posix.permissions());
  }
}
