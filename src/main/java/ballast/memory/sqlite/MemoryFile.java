package ballast.memory.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** The file attributes of a memory, read without opening it. */
final class MemoryFile {

  private MemoryFile() {}

  /** See {@link ballast.memory.MemoryStore#identity}. */
  static Optional<Object> identity(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Object key = now.fileKey();
      return Optional.of(key == null ? now.creationTime() : key);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Removes the file of a memory that could not be created, unless another process has written to
   * it. Its log must be empty, and it may have at most the one page of an empty file.
   */
  static void removeEmpty(Path file) {
    try {
      Path log = SqliteEngine.beside(file, "-wal");
      boolean isLogged = Files.exists(log) && Files.size(log) > 0;
      if (!isLogged && Files.size(file) <= SqliteEngine.PAGE_SIZE) {
        for (String rest : List.of("", "-wal", "-shm", "-journal")) {
          Files.deleteIfExists(SqliteEngine.beside(file, rest));
        }
      }
    } catch (IOException e) {
      // It stays; the reason for the failed creation is the error to report.
    }
  }

  /** See {@link ballast.memory.MemoryStore#stamp}. */
  static String stamp(Path file) {
    StringBuilder stamp = new StringBuilder();
    identity(file).ifPresent(identity -> stamp.append(identity).append('\n'));
    for (Path one : List.of(file, SqliteEngine.beside(file, "-wal"))) {
      try {
        // A reader creates an empty write-ahead log and removes it.
        if (Files.exists(one) && Files.size(one) > 0) {
          stamp.append(one).append(' ').append(Files.size(one)).append(' ');
          stamp.append(Files.getLastModifiedTime(one)).append('\n');
        }
      } catch (NoSuchFileException e) {
        // It was just removed, so it does not count.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stamp.toString();
  }
}
