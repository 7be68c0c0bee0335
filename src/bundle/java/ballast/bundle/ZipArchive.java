package ballast.bundle;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;

/** Packs a folder as a zip file with Unix modes. Its bytes depend only on the content. */
final class ZipArchive {

  private ZipArchive() {}

  /** Packs {@code folder}, which has no links, under its own name. */
  static void write(Path folder, Path file, Instant time) throws IOException {
    Files.deleteIfExists(file);
    Map<String, Object> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), options)) {
      Path top = zip.getPath(folder.getFileName().toString());
      Files.createDirectory(top);
      finish(top, folder, time);
      for (Path entry : Tree.entries(folder)) {
        Path packed = top.resolve(Tree.slashed(folder.relativize(entry)));
        Files.copy(entry, packed);
        finish(packed, entry, time);
      }
    }
  }

  private static void finish(Path packed, Path original, Instant time) throws IOException {
    Files.setAttribute(
        packed, "zip:permissions", PosixFilePermissions.fromString(Permissions.of(original)));
    FileTime one = FileTime.from(time);
    // Java stores all three.
    Files.getFileAttributeView(packed, BasicFileAttributeView.class).setTimes(one, one, one);
  }
}
