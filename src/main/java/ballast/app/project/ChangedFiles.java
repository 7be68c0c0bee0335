package ballast.app.project;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.format.unit.UnitFile;
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
   * A changed file.
   *
   * @param old a copy of the old version, in a temporary folder
   * @param others the other files of the commit
   */
  public record Changed(String path, Path old, OldFiles others) {}

  /**
   * Passes every changed translation to {@code action}, one at a time.
   *
   * @param paths files and folders; empty for all below the working directory
   * @param left receives the names of changed files that cannot be compared, with the reason
   * @return number of changed translations
   * @throws InputException if a path is neither here nor in the commit
   */
  public int forEach(List<String> paths, Consumer<Changed> action, Consumer<String> left) {
    String commit = git.commit(revision);
    for (String path : paths) {
      if (!Files.exists(workplace.resolve(path)) && !git.knows(path, commit)) {
        throw new InputException(
            "there is no \"" + path + "\", neither here nor in " + revision,
            "check the name and the folder");
      }
    }
    List<String> wanted = new ArrayList<>();
    for (String path : git.differing("M", commit, paths)) {
      if (isTranslation(path)) {
        wanted.add(path);
      } else {
        left.accept(path + ": no translation");
      }
    }
    try (OldFiles old = OldFiles.of(workplace, revision)) {
      for (String path : wanted) {
        old.copy(path).ifPresent(copy -> action.accept(new Changed(path, copy, old)));
      }
    }
    return wanted.size();
  }

  /** Receives files that are only in the commit or only in the work tree. */
  public interface Alone {
    /**
     * @param isOld whether the file is in the commit
     */
    void accept(String path, boolean isOld);
  }

  /**
   * Passes on every translation that was added or removed since the commit. A renamed one counts as
   * removed and added.
   */
  public void forEachAlone(List<String> paths, Alone action) {
    String commit = git.commit(revision);
    git.differing("A", commit, paths).stream()
        .filter(ChangedFiles::isTranslation)
        .forEach(path -> action.accept(path, /* isOld= */ false));
    git.differing("D", commit, paths).stream()
        .filter(ChangedFiles::isTranslation)
        .forEach(path -> action.accept(path, /* isOld= */ true));
  }

  /**
   * Returns the folder of the workplace relative to the top of the work tree; empty if that is the
   * top.
   *
   * @throws InputException outside of a work tree
   */
  public String folder() {
    return git.require("rev-parse", "--show-prefix").text().replaceFirst("/?\n?$", "");
  }

  private static boolean isTranslation(String path) {
    return UnitFile.isOne(path) || ArticleFormat.isOne(path);
  }
}
