package ballast.app.project;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of a git work tree as of a commit, copied to a temporary folder. */
public final class OldFiles implements AutoCloseable {

  private final Workplace workplace;
  private final String revision;
  private final Git git;
  private final String commit;
  private final Path tree;
  private final Path folder;

  private OldFiles(
      Workplace workplace, String revision, Git git, String commit, Path tree, Path folder) {
    this.workplace = workplace;
    this.revision = revision;
    this.git = git;
    this.commit = commit;
    this.tree = tree;
    this.folder = folder;
  }

  /**
   * Finds a commit of the work tree around the working folder.
   *
   * @throws InputException if there is no work tree, or it does not have the revision
   */
  public static OldFiles of(Workplace workplace, String revision) {
    Git git = new Git(workplace.directory());
    Git.Result top = git.run(List.of("rev-parse", "--show-toplevel"));
    if (top.status() != 0) {
      throw new InputException(
          "cannot look up \"" + revision + "\": the working folder is not in a git work tree",
          "run it in the work tree");
    }
    String commit = git.commit(revision);
    try {
      Path tree = Path.of(top.text().strip()).toRealPath();
      return new OldFiles(
          workplace, revision, git, commit, tree, Files.createTempDirectory("ballast-git"));
    } catch (IOException e) {
      throw cannotKeep(e);
    }
  }

  /** Whether an existing file is in the work tree. */
  public boolean contains(Path file) {
    try {
      return file.toRealPath().startsWith(tree);
    } catch (IOException e) {
      return false; // its reader reports the problem
    }
  }

  /**
   * Returns a copy of the old version of a file, as git would check it out, under the same name.
   *
   * @return empty if the commit does not have it
   * @throws InputException if the file is not in the work tree
   */
  public Optional<Path> copy(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !contains(absolute)) {
      throw new InputException(
          "cannot look it up in \"%s\": \"%s\" is not in the git work tree of the working folder"
              .formatted(revision, workplace.shown(file)),
          "name files of one work tree at a time");
    }
    String path =
        workplace.directory().normalize().relativize(absolute).toString().replace('\\', '/');
    if (git.run(List.of("cat-file", "-e", commit + ":./" + path)).status() != 0) {
      return Optional.empty();
    }
    try {
      // Keeps names and folders, because they determine form, language and counterparts.
      Path real = workplace.directory().toRealPath().resolve(path).normalize();
      Path copy = folder.resolve(tree.relativize(real).toString());
      Files.createDirectories(copy.resolveSibling(""));
      git.save(commit, path, copy);
      return Optional.of(copy);
    } catch (IOException e) {
      throw cannotKeep(e);
    }
  }

  public Optional<Path> copy(String file) {
    return copy(workplace.resolve(file));
  }

  private static InputException cannotKeep(IOException e) {
    return new InputException("cannot keep a temporary file: " + e.getMessage(), "", e);
  }

  @Override
  public void close() {
    try (Stream<Path> copies = Files.walk(folder)) {
      for (Path copy : copies.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw cannotKeep(e);
    }
  }
}
