package ballast.memory.postgres;

import ballast.bitext.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The local folder for copies of the index of memories on servers. Only its user can read it. It
 * can be deleted at any time.
 *
 * @param root empty for no copies
 */
public record CacheFolder(Optional<Path> root) {

  /**
   * Maximum size of all copies in bytes. When a memory is opened, the least recently used ones are
   * deleted to get below it.
   */
  static final long MAX_BYTES = 1L << 30;

  private static final int NAME_LENGTH = 32;

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  public static final CacheFolder NONE = new CacheFolder(Optional.empty());

  private record Copy(Path path, long used, long bytes) {}

  /** Returns the operating system's usual place for caches. */
  public static CacheFolder of(Map<String, String> environment, String home) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    Path parent =
        !cache.isEmpty() ? Path.of(cache) : !local.isEmpty() ? Path.of(local) : userCache(home);
    return parent.isAbsolute()
        ? new CacheFolder(Optional.of(parent.resolve("ballast").resolve("index")))
        : NONE;
  }

  private static Path userCache(String home) {
    return Path.of(home).resolve(".cache");
  }

  /** Creates the folder of a memory if it is missing; empty if it cannot. */
  Optional<Path> of(PostgresAddress address, long identity) {
    if (root.isEmpty()) {
      return Optional.empty();
    }
    String place =
        "%s:%d/%s/%s/%d"
            .formatted(
                address.host(), address.port(), address.database(), address.memory(), identity);
    Path folder = root.get().resolve(Sha256.hex(place).substring(0, NAME_LENGTH));
    try {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(root.get(), PRIVATE);
        Files.setPosixFilePermissions(folder, PRIVATE);
      }
      makeRoom(root.get());
      return Optional.of(folder);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static void makeRoom(Path root) throws IOException {
    List<Copy> copies = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        copies.add(new Copy(path, Files.getLastModifiedTime(path).toMillis(), Files.size(path)));
      }
    }
    copies.sort(Comparator.comparingLong(Copy::used));
    long bytes = copies.stream().mapToLong(Copy::bytes).sum();
    for (Copy copy : copies) {
      if (bytes <= MAX_BYTES) {
        return;
      }
      Files.deleteIfExists(copy.path());
      bytes -= copy.bytes();
    }
  }
}
