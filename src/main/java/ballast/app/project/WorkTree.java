package ballast.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The git work tree around a folder. Found without git, which need not be installed.
 *
 * @param root absolute; has a {@code .git}
 */
public record WorkTree(Path root) {

  private static final String GIT = ".git";

  /** Returns the innermost work tree; empty outside of all. */
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
   * Whether a file, which need not exist, is in the work tree: below its root and not in {@code
   * .git}, which contains credentials and commands. Symbolic links are resolved first.
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
   * Whether a file found by listing a folder is a link that leads out of its git work tree or,
   * outside of one, out of the folder. Such links may come with a stranger's branch or archive;
   * users name files elsewhere themselves.
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

  /**
   * Returns the real path that a file has or would have, resolving the existing parts as the system
   * does.
   */
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
