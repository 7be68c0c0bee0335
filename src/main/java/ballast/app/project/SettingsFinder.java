package ballast.app.project;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the {@code ballast.toml} for a working directory. */
public final class SettingsFinder {

  private SettingsFinder() {}

  /**
   * Returns the settings next to the given glossary; otherwise the nearest from the directory
   * upwards, in a folder itself or in its folder {@code glossary}, up to the root of the git work
   * tree or of the {@link Project}.
   *
   * @param glossaries files and folders, as the user gave them
   * @return empty if there is none
   * @throws InputException if it is a link that leads out of the git work tree
   */
  public static Optional<Path> find(Workplace workplace, List<String> glossaries) {
    Optional<Path> found = nearest(workplace, glossaries);
    found.ifPresent(file -> requireInside(file, workplace.shown(file), "--config"));
    return found;
  }

  /**
   * Returns the nearest file or folder with this name from the directory upwards, as far as {@link
   * #find(Workplace, List)} looks.
   *
   * @param name of a file beside {@code ballast.toml}
   * @param option that names any file instead
   * @return empty if there is none
   * @throws InputException if it is a link that leads out of the git work tree
   */
  public static Optional<Path> find(Workplace workplace, String name, String option) {
    Optional<Path> found =
        folders(workplace)
            .map(folder -> folder.resolve(name))
            .filter(file -> Files.isRegularFile(file) || Files.isDirectory(file))
            .findFirst();
    found.ifPresent(file -> requireInside(file, workplace.shown(file), option));
    return found;
  }

  /** Messages about settings must not quote a file from elsewhere. */
  private static void requireInside(Path file, String name, String option) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !WorkTree.around(folder).map(tree -> tree.holds(file)).orElse(true)) {
      throw new InputException(
          "cannot use \"" + name + "\": it is a link that leads out of the git work tree",
          "put the file itself there, or name it with " + option);
    }
  }

  private static Optional<Path> nearest(Workplace workplace, List<String> glossaries) {
    for (String glossary : glossaries) {
      Path path = workplace.resolve(glossary);
      Path folder = Files.isDirectory(path) ? path : path.getParent();
      if (folder != null && Files.isRegularFile(folder.resolve(Project.SETTINGS))) {
        return Optional.of(folder.resolve(Project.SETTINGS));
      }
    }
    return folders(workplace).flatMap(Project::settings).findFirst();
  }

  /** Returns the directory and those above it that belong to the project. */
  private static Stream<Path> folders(Workplace workplace) {
    Path last = outermost(workplace.directory());
    return Project.upwards(workplace.directory()).takeWhile(folder -> folder.startsWith(last));
  }

  /**
   * Returns the root of the git work tree, otherwise the project's, otherwise the folder itself.
   */
  private static Path outermost(Path directory) {
    return WorkTree.around(directory)
        .map(WorkTree::root)
        .orElseGet(() -> Project.around(directory).root());
  }
}
