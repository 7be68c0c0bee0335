package ballast.workflow.edit;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.memory.AlignedFile;
import ballast.memory.AlignedFiles;
import ballast.memory.RevisionInfo;
import ballast.workflow.Workplace;
import ballast.workflow.align.Article;
import ballast.workflow.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the files of a recorded revision again, as they were when it was made. */
final class RecordedFiles {

  private final Workplace workplace;

  RecordedFiles(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * The files of a revision.
   *
   * @throws InputException if one is not there any more, or has changed since
   */
  Article find(RevisionInfo revision) {
    AlignedFile source = revision.run().files().source();
    AlignedFile target = revision.run().files().target();
    if (source.name().isEmpty()) {
      throw new InputException(
          "the alignment of \"" + revision.document() + "\" has been taken back",
          "ballast tm undo --redo, or align the article again");
    }
    return new Article(find(source, revision), find(target, revision), revision.document());
  }

  /** Its name, seen from the folder of the workplace. */
  private String find(AlignedFile file, RevisionInfo revision) {
    String again =
        "align \""
            + revision.document()
            + "\" again with ballast align, or put the file back as it was";
    Path root = Project.around(workplace.directory()).root();
    boolean changed = false;
    for (Path path : List.of(workplace.resolve(file.name()), root.resolve(file.name()))) {
      if (Files.isRegularFile(path)) {
        if (sha256(path).equals(file.sha256())) {
          return workplace.shown(path);
        }
        changed = true;
      }
    }
    throw new InputException(
        changed
            ? "\"" + file.name() + "\" has changed since it was aligned"
            : "\"" + file.name() + "\", which was aligned, is not there",
        changed ? "align \"" + revision.document() + "\" again with ballast align" : again);
  }

  /**
   * Refuses files that have changed since an article was opened.
   *
   * @throws StaleArticleException if one has
   */
  void requireUnchanged(OpenArticle article) {
    Article names = article.read().article();
    AlignedFiles files = article.revision().run().files();
    requireUnchanged(names.source(), files.source());
    requireUnchanged(names.target(), files.target());
  }

  private void requireUnchanged(String name, AlignedFile file) {
    if (!isUnchanged(name, file)) {
      throw new StaleArticleException(
          "\"" + file.name() + "\" has changed since the article was opened");
    }
  }

  /** Whether both files still are as they were when an article was opened. */
  boolean areUnchanged(OpenArticle article) {
    Article names = article.read().article();
    AlignedFiles files = article.revision().run().files();
    return isUnchanged(names.source(), files.source())
        && isUnchanged(names.target(), files.target());
  }

  private boolean isUnchanged(String name, AlignedFile file) {
    Path path = workplace.resolve(name);
    return Files.isRegularFile(path) && sha256(path).equals(file.sha256());
  }

  private static String sha256(Path file) {
    try {
      return Sha256.hex(Files.newInputStream(file));
    } catch (IOException e) {
      throw new InputException("cannot read \"" + file + "\"", "check whether you may read it", e);
    }
  }
}
