package ballast.workflow.check;

import ballast.workflow.Workplace;
import ballast.workflow.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the {@code ballast.toml} for a working directory. */
final class SettingsFinder {

  private SettingsFinder() {}

  /**
   * The one next to the given glossary; otherwise the nearest from the directory upwards, itself or
   * in a folder {@code glossary}, up to the root of the git work tree or of the project.
   *
   * @param glossaries files and folders, as the user gave them
   * @return empty when there is none
   */
  static Optional<Path> find(Workplace workplace, List<String> glossaries) {
    for (String glossary : glossaries) {
      Path path = workplace.resolve(glossary);
      Path folder = Files.isDirectory(path) ? path : path.getParent();
      if (folder != null && Files.isRegularFile(folder.resolve(Project.SETTINGS))) {
        return Optional.of(folder.resolve(Project.SETTINGS));
      }
    }
    Path last = outermost(workplace.directory());
    for (Path folder = workplace.directory(); folder != null; folder = folder.getParent()) {
      for (Path candidate :
          List.of(
              folder.resolve(Project.SETTINGS), folder.resolve("glossary/" + Project.SETTINGS))) {
        if (Files.isRegularFile(candidate)) {
          return Optional.of(candidate);
        }
      }
      if (folder.equals(last)) {
        break; // what is above belongs to somebody else
      }
    }
    return Optional.empty();
  }

  /** The root of the git work tree, else the project's; else the folder itself. */
  private static Path outermost(Path directory) {
    for (Path folder = directory; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return Project.around(directory).root();
  }
}
