package ballast.workflow.project;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.unit.UnitFile;
import ballast.workflow.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Pairs the translations in a git work tree with their versions in a commit. */
public final class ChangedFiles {

  private final Workplace workplace;
  private final Git git;
  private final String revision;

  public ChangedFiles(Workplace workplace, String revision) {
    this.workplace = workplace;
    this.git = new Git(workplace.directory());
    this.revision = revision;
  }

  /**
   * A file that has changed.
   *
   * @param path of the current file
   * @param old a copy of the old version, in a temporary folder
   */
  public record Changed(String path, Path old) {}

  /**
   * Passes every changed translation to {@code action}, one at a time.
   *
   * @param paths files and folders; empty for all below the working directory
   * @param left takes the names of changed files that cannot be compared, with the reason
   * @return how many there were
   */
  public int forEach(List<String> paths, Consumer<Changed> action, Consumer<String> left) {
    String commit = git.commit(revision);
    List<String> wanted = new ArrayList<>();
    for (String path : git.changed(commit, paths)) {
      if (UnitFile.isOne(path) || ArticleFormat.isOne(path)) {
        wanted.add(path);
      } else {
        left.accept(path + ": no translation");
      }
    }
    git.added(commit, paths).forEach(path -> left.accept(path + ": not in " + revision));
    git.removed(commit, paths).forEach(path -> left.accept(path + ": only in " + revision));
    try {
      Path folder = Files.createTempDirectory("ballast-git");
      try {
        for (String path : wanted) {
          // Keeps the file name, because its extension gives the form.
          Path old = folder.resolve(String.valueOf(workplace.resolve(path).getFileName()));
          try {
            git.save(commit, path, old);
            action.accept(new Changed(path, old));
          } finally {
            Files.deleteIfExists(old);
          }
        }
      } finally {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new InputException("cannot keep a temporary file: " + e.getMessage(), "", e);
    }
    return wanted.size();
  }
}
