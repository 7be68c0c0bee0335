package ballast.format.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An existing file at the path of a file to write.
 *
 * @param path as given; need not exist
 */
public record ExistingFile(Path path) {

  private static final byte[] DATABASE = "SQLite format 3\0".getBytes(US_ASCII);

  /** The files that SQLite keeps next to a database; some changes may be only in them. */
  private static final List<String> BESIDE_DATABASE = List.of("-wal", "-shm", "-journal");

  private static final int MAX_LINKS = 40;

  /**
   * @throws InputException if it is a memory, which no file ever replaces
   */
  void refuseMemory() {
    String name = path.toString();
    boolean beside =
        BESIDE_DATABASE.stream()
            .filter(name::endsWith)
            .map(ending -> Path.of(name.substring(0, name.length() - ending.length())))
            .anyMatch(ExistingFile::isDatabase);
    if (beside || isDatabase(path)) {
      throw new InputException(
          "\"" + path + "\" " + (beside ? "belongs to" : "is") + " a memory and is never replaced",
          "give another name");
    }
  }

  private static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
    } catch (IOException unreadable) {
      return false; // not writable either, or reported on writing
    }
  }

  /** Follows symbolic links; the file there need not exist. */
  Path behindLinks() throws IOException {
    Path file = path.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(file); i++) {
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  public static final class SameFile {

    private SameFile() {}

    /**
     * Whether two names lead to one file: by another spelling, through a symbolic or a hard link.
     * For files that do not exist yet, whether they would be one.
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

    private static Path place(Path file) throws IOException {
      Path real = new ExistingFile(file).behindLinks().normalize();
      Path folder = real.getParent();
      return folder == null || !Files.isDirectory(folder)
          ? real
          : folder.toRealPath().resolve(real.getFileName());
    }
  }
}
