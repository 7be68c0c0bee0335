package ballast.format.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether two names lead to one file. */
public final class SameFile {

  private SameFile() {}

  /**
   * Whether they do: by another spelling, through a symbolic or a hard link. Of files that do not
   * exist yet, whether they would be one.
   */
  public static boolean is(Path one, Path other) {
    try {
      if (Files.exists(one) && Files.exists(other)) {
        return Files.isSameFile(one, other);
      }
      return place(one).equals(place(other));
    } catch (IOException unreadable) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /** Where a file is or would be. */
  private static Path place(Path file) throws IOException {
    Path real = new ExistingFile(file).behindLinks().normalize();
    Path folder = real.getParent();
    return folder == null || !Files.isDirectory(folder)
        ? real
        : folder.toRealPath().resolve(real.getFileName());
  }
}
