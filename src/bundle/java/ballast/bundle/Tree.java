package ballast.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class Tree {

  private Tree() {}

  /** All files, folders and links below a folder, each before its contents, by name. */
  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .sorted(Comparator.comparing(path -> slashed(folder.relativize(path))))
          .toList();
    }
  }

  /** The relative path with slashes on every system. */
  static String slashed(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /** Copies a file, or a folder with its contents; links stay links. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(
        from,
        to,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING,
        LinkOption.NOFOLLOW_LINKS);
    if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
      for (Path entry : entries(from)) {
        Path copy = to.resolve(from.relativize(entry).toString());
        Files.copy(entry, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Deletes a folder with its contents, if it exists. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Tree::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void setTimes(Path folder, Instant time) throws IOException {
    for (Path entry : entries(folder)) {
      Files.getFileAttributeView(entry, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(FileTime.from(time), null, null);
    }
  }
}
