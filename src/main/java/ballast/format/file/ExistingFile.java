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
 * A file that is there already, where one is to be written.
 *
 * @param path as it was given; need not exist
 */
public record ExistingFile(Path path) {

  private static final byte[] DATABASE = "SQLite format 3\0".getBytes(US_ASCII);

  /** The files that SQLite keeps beside a database; changes may be in them only. */
  private static final List<String> BESIDE_DATABASE = List.of("-wal", "-shm", "-journal");

  /** The longest chain of links that is followed. */
  private static final int MAX_LINKS = 40;

  /**
   * Stops if it is a memory, which no file ever replaces.
   *
   * @throws InputException if it is
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
      return false; // then it cannot be written either, or is reported when it is
    }
  }

  /** Where symbolic links lead, absolute; the file there need not exist. */
  Path behindLinks() throws IOException {
    Path file = path.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(file); i++) {
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  /** Whether two names lead to one file. */
  public static final class SameFile {

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
}
