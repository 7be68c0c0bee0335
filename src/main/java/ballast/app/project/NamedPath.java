package ballast.app.project;

import ballast.format.file.SettingsFile.Setting;
import ballast.format.term.GlossaryReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder named by settings. Settings come with a work tree, perhaps from a stranger's
 * branch, and are used on machines with secrets. So they may name only regular files, and in a git
 * work tree only its own files, wherever symbolic links lead.
 */
public final class NamedPath {

  private static final String ON_THE_COMMAND_LINE =
      "name a file of the work tree; --glossary, --baseline and --tm may name any";

  private final Setting setting;
  private final Optional<WorkTree> tree;

  private NamedPath(Setting setting, Path folder) {
    this.setting = setting;
    this.tree = WorkTree.around(folder);
  }

  /**
   * Returns the path, which need not exist.
   *
   * @param folder of the settings file, to which the path is relative
   * @throws ballast.bitext.InputException if it must not be used
   */
  public static Path of(Setting setting, Path folder) {
    Path path;
    try {
      path = folder.resolve(setting.text());
    } catch (InvalidPathException e) {
      throw setting.wrong("cannot be the name of a file", "check its characters");
    }
    new NamedPath(setting, folder).require(path);
    return path;
  }

  private void require(Path path) {
    requireInside(path);
    boolean isFolder = Files.isDirectory(path);
    if (Files.exists(path) && !isFolder && !Files.isRegularFile(path)) {
      throw setting.wrong(
          "names \"" + path + "\", which is not a regular file", "name a file or a folder");
    }
    List<Path> inside = isFolder ? GlossaryReader.filesIn(path, path.toString()) : List.of();
    inside.forEach(this::requireInside);
  }

  private void requireInside(Path path) {
    if (tree.isPresent() && !tree.get().holds(path)) {
      throw setting.wrong(
          "leads to \"" + path + "\", which is not a file of this git work tree",
          ON_THE_COMMAND_LINE);
    }
  }
}
