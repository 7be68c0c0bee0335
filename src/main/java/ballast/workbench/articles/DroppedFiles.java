package ballast.workbench.articles;

import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.server.RefusedException;
import ballast.workbench.frame.Bench;
import ballast.workflow.align.Pairs;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Keeps files that were dropped into the page in {@code tm/articles}, and says what they are. */
final class DroppedFiles {

  /** Where they are kept, seen from the folder that is open. */
  static final String FOLDER = "tm/articles";

  private final Bench bench;

  DroppedFiles(Bench bench) {
    this.bench = bench;
  }

  /**
   * Keeps a file. One with the same content that is there already stays.
   *
   * @param name as the browser gives it
   * @param content a file, which stays
   * @return its name, seen from the folder that is open
   * @throws RefusedException if another file has this name, or it cannot be a name
   * @throws InputException if it cannot be written
   */
  String keep(String name, Path content) throws IOException {
    String relative = DroppedName.of(FOLDER + "/" + name);
    Path file = inside(relative);
    if (Files.exists(file)) {
      if (Files.isRegularFile(file) && Files.mismatch(file, content) < 0) {
        return relative;
      }
      throw RefusedException.conflict(
          "\""
              + relative
              + "\" is there already, with another content. Rename the file that you drop; or, if"
              + " it is a new version of the article, replace the one in the folder yourself");
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (OutputFile out = OutputFile.createPage(file, /* replace= */ false)) {
      Files.copy(content, out.stream());
      out.finish();
      out.publish();
    }
    return relative;
  }

  /**
   * Requires a name that {@link #keep} gives.
   *
   * @throws RefusedException if it is none
   */
  void requireKept(String file) throws IOException {
    if (!file.startsWith(FOLDER + "/") || !file.equals(DroppedName.of(file))) {
      throw RefusedException.badRequest("\"" + file + "\" was not dropped here");
    }
    inside(file);
  }

  /** The file with this name, if nothing on the way to it is a link that leads elsewhere. */
  private Path inside(String relative) throws IOException {
    Path file = bench.workplace().resolve(relative);
    Path there = file;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = Objects.requireNonNull(there.getParent());
    }
    if (!isInside(there)) {
      throw RefusedException.badRequest("\"" + relative + "\" leads out of this folder");
    }
    if (!there.equals(file) && !Files.isDirectory(there)) {
      throw RefusedException.conflict(
          "\""
              + relative
              + "\" cannot be kept: \""
              + there.getFileName()
              + "\" is a file, not a folder");
    }
    return file;
  }

  private boolean isInside(Path file) throws IOException {
    try {
      return file.toRealPath().startsWith(bench.workplace().directory().toRealPath());
    } catch (FileSystemException e) {
      return false; // a link that leads nowhere, or round in a circle
    }
  }

  /**
   * The articles among files that were dropped together.
   *
   * @param files as {@link #keep} has named them
   */
  static Pairs pairs(List<String> files) {
    if (files.size() != 2) {
      return new Pairs.InFolder(FOLDER, /* fromEnglish= */ false);
    }
    return new Pairs.One(files.get(0), files.get(1), /* document= */ "");
  }
}
