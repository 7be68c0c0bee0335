package ballast.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a team works in: the nearest parent with a folder {@code tm}. Otherwise it is the
 * nearest with a {@code ballast.toml}, which may name a memory elsewhere, otherwise the working
 * directory. A {@code ballast.toml} counts only if it is in the same git work tree or, outside of
 * one, has the same owner as the working directory, because a stranger's file must not name the
 * memory that texts are written to.
 *
 * @param root absolute
 */
public record Project(Path root) {

  public static final String SETTINGS = "ballast.toml";

  /** Name of the file with the prices of quotes. */
  public static final String RATES = "rates.toml";

  private static final String FOLDER = "tm";
  private static final String GLOSSARY = "glossary";

  public static Project around(Path directory) {
    return new Project(
        upwards(directory)
            .filter(folder -> Files.isDirectory(folder.resolve(FOLDER)))
            .findFirst()
            .or(() -> withSettings(directory))
            .orElse(directory));
  }

  private static Optional<Path> withSettings(Path directory) {
    Optional<Path> tree = WorkTree.around(directory).map(WorkTree::root);
    return upwards(directory)
        .takeWhile(folder -> tree.map(folder::startsWith).orElse(true))
        .filter(
            folder ->
                settings(folder)
                    .anyMatch(file -> tree.isPresent() || haveOneOwner(file, directory)))
        .findFirst();
  }

  /** Returns the settings files of a folder: its own, and that of its glossary. */
  static Stream<Path> settings(Path folder) {
    return Stream.of(folder.resolve(SETTINGS), folder.resolve(GLOSSARY).resolve(SETTINGS))
        .filter(Files::isRegularFile);
  }

  private static boolean haveOneOwner(Path file, Path directory) {
    try {
      return Files.getOwner(file).equals(Files.getOwner(directory));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  static Stream<Path> upwards(Path directory) {
    return Stream.iterate(directory, folder -> folder != null, Path::getParent);
  }

  /** Returns the default place of the memory. */
  public Path memory() {
    return root.resolve(FOLDER).resolve("memory.db");
  }

  /**
   * Returns the nearest folder {@code glossary} from {@code directory} upwards; empty if there is
   * none in the project.
   */
  public static Optional<Path> glossary(Path directory) {
    for (Path folder = directory; folder != null; folder = folder.getParent()) {
      Path glossary = folder.resolve(GLOSSARY);
      if (Files.isDirectory(glossary)) {
        return Optional.of(glossary);
      }
      if (Files.isDirectory(folder.resolve(FOLDER))) {
        return Optional.empty(); // one above belongs to another project
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the name in the memory of the document with this source file: its path from the
   * project's root, without extension and language mark, with {@code /} between folders. It is the
   * same on every machine. {@code tm/articles/trade.zh.txt} and {@code tm/articles/trade/zh.txt}
   * both give {@code tm/articles/trade}.
   */
  public String documentName(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String stem = stem(String.valueOf(absolute.getFileName()));
    Path folder = absolute.getParent();
    String place = folder == null ? "" : portable(folder);
    if (MarkedName.isSureMark(stem) && !place.isEmpty()) {
      return place; // trade/zh.txt
    }
    return place.isEmpty() ? stem : place + "/" + stem;
  }

  /** Returns {@code file} relative to the project's root, with {@code /} between folders. */
  public String portable(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = root.toAbsolutePath().normalize();
    Path relative =
        absolute.getRoot() != null && absolute.getRoot().equals(base.getRoot())
            ? base.relativize(absolute)
            : absolute;
    return relative.toString().replace('\\', '/');
  }

  /**
   * Returns {@code trade} for {@code trade.zh.txt}, {@code trade.zh.v2.txt} and {@code
   * trade_zh.txt}; {@code zh} for {@code zh.txt}.
   */
  static String stem(String fileName) {
    List<String> parts = List.of(fileName.split("\\."));
    for (int i = 1; i < parts.size(); i++) {
      if (MarkedName.isSureMark(parts.get(i))) {
        return String.join(".", parts.subList(0, i));
      }
    }
    MarkedName name = MarkedName.of(fileName);
    String unmarked = name.before().isEmpty() ? fileName : name.key();
    int dot = unmarked.lastIndexOf('.');
    return dot > 0 ? unmarked.substring(0, dot) : unmarked;
  }
}
