package ballast.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The git work tree that a folder is in. Found without git, which need not be installed.
 *
 * @param root absolute; has a {@code .git}
 */
public record WorkTree(Path root) {

  private static final String GIT = ".git";

  /** The innermost one; empty outside of all. */
  public static Optional<WorkTree> around(Path directory) {
    for (Path folder = directory.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      if (Files.exists(folder.resolve(GIT))) {
        return Optional.of(new WorkTree(folder));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a file, which need not exist, is one of its files: below its root and not in {@code
   * .git}, which holds credentials and commands. What counts is where symbolic links lead.
   */
  public boolean holds(Path file) {
    try {
      Path tree = root.toRealPath();
      Path place = place(file);
      return place.startsWith(tree) && !place.startsWith(tree.resolve(GIT));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a file found by listing a folder is a link that leads out of the git work tree that the
   * folder is in or, outside of one, out of the folder. Such links come with a stranger's branch or
   * archive; users name files elsewhere themselves.
   */
  static boolean isLeftBy(Path file, Path folder) {
    try {
      Path real = folder.toRealPath();
      Optional<WorkTree> tree = around(real);
      return tree.isPresent() ? !tree.get().holds(file) : !file.toRealPath().startsWith(real);
    } catch (IOException e) {
      return true;
    }
  }

  /** Where a file is or would be. The parts that exist are resolved as the system does it. */
  private static Path place(Path file) throws IOException {
    Path named = file.toAbsolutePath();
    Path there = named;
    while (there != null && !Files.exists(there)) {
      if (Files.isSymbolicLink(there)) {
        throw new IOException("a link that leads nowhere");
      }
      there = there.getParent();
    }
    return there == null ? named : there.toRealPath().resolve(there.relativize(named)).normalize();
  }
}
