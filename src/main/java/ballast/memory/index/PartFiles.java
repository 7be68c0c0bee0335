package ballast.memory.index;

import ballast.memory.index.IndexTables.PartRow;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The copies of a memory's parts on this machine. A part never changes, so that a copy is right as
 * long as the server has the part, which its row tells from any other.
 */
final class PartFiles implements AutoCloseable {

  private final Optional<Path> folder;
  private final List<PartFile> open = new ArrayList<>();

  /**
   * @param folder of this memory; empty for no copies
   */
  PartFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The copy of a part; empty if there can be none. */
  Optional<PartFile> of(PartRow row) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      PartFile file = PartFile.open(folder.get().resolve(name(row)), row.blocks());
      open.add(file);
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(PartRow row) {
    return "part-%d-%d-%d-%d-%08x"
        .formatted(row.id(), row.firstBlock(), row.blocks(), row.slots(), row.crc());
  }

  /** Deletes the copies of parts that the server no longer has. */
  void keepOnly(List<PartRow> rows) {
    if (folder.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    rows.forEach(row -> names.add(name(row)));
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.get(), "part-*")) {
      for (Path path : found) {
        if (!names.contains(String.valueOf(path.getFileName()))) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      // They are in the way of nothing but space.
    }
  }

  /** Closes all copies; more can be opened. */
  @Override
  public void close() {
    for (PartFile file : open) {
      try {
        file.close();
      } catch (IOException e) {
        // Nothing was to be written.
      }
    }
    open.clear();
  }
}
