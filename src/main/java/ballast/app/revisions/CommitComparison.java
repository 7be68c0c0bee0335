package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.ChangedFiles;
import ballast.app.project.Glossaries;
import ballast.app.revisions.SeveralVersions.LoneVersion;
import ballast.bitext.InputException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares the translations of a git work tree with their versions in a commit. Each source is
 * found by name, unless the request gives one.
 *
 * <pre>{@code
 * Files.copy(
 *     folder.resolve("article.v2.en.txt"),
 *     folder.resolve("article.en.txt"),
 *     StandardCopyOption.REPLACE_EXISTING);
 * CommitComparison comparison = new CommitComparison(Workplace.in(folder), Notices.NONE);
 * int files =
 *     comparison.compare(
 *         CommitComparison.Request.since("HEAD"),
 *         (path, compared) -> System.out.println(path + ": " + compared.changed() + " changes"));
 * System.out.println(files + " translations differ");
 * }</pre>
 */
public final class CommitComparison {

  private final Workplace workplace;
  private final Notices notices;

  public CommitComparison(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * A request for a comparison.
   *
   * @param revision a commit, branch or tag
   * @param paths files and folders; empty for all below the workplace
   * @param glossaries checked in the translations
   * @param filter selects the changes to list
   * @param maxWhole see {@link RevisionComparison.Request}
   */
  public record Request(
      String revision,
      List<String> paths,
      VersionReading reading,
      Glossaries glossaries,
      ChangeFilter filter,
      int maxWhole) {

    public Request {
      paths = List.copyOf(paths);
    }

    /** Compares all files with a commit and lists all changes. */
    public static Request since(String revision) {
      return new Request(
          revision, List.of(), VersionReading.DEFAULT, Glossaries.NONE, ChangeFilter.CHANGES, 0);
    }
  }

  /**
   * Compares every changed translation, one at a time. Other changed files are reported to the
   * notices.
   *
   * @param to receives the changes of each file, and the files that are only in the commit or the
   *     work tree
   * @return number of changed files
   * @throws ballast.bitext.InputException if there is no such commit, or {@code to} rethrows the
   *     failure of a file
   */
  public int compare(Request request, SeveralVersions to) {
    RevisionComparison comparison = new RevisionComparison(workplace, notices);
    GlossaryTerms terms = comparison.terms(request.glossaries());
    terms.read();
    BesideSource beside = new BesideSource(workplace, notices, request.reading());
    ChangedFiles files = new ChangedFiles(workplace, request.revision());
    String folder = request.paths().isEmpty() ? files.folder() : "";
    if (!folder.isEmpty()) {
      String top = "../".repeat(folder.split("/").length);
      notices.say(
          "only the folder \""
              + folder
              + "\" is compared; name "
              + top
              + " for the whole work tree");
    }
    int compared =
        files.forEach(
            request.paths(),
            changed -> {
              RevisionComparison.Request one = one(request, changed);
              ComparedVersions versions;
              try {
                versions =
                    beside.compare(
                        changed.path(),
                        source -> changed.oldOf(source).map(Path::toString),
                        reading -> comparison.compare(one.with(reading), terms));
              } catch (InputException e) {
                to.unreadable(changed.path(), e);
                return;
              }
              to.compared(changed.path(), versions);
            },
            left -> notices.say(left + "; left out"));
    files.forEachAlone(
        request.paths(),
        (file, isOld) ->
            to.alone(
                new LoneVersion(
                    file, isOld, (isOld ? "only in " : "not in ") + request.revision())));
    return compared;
  }

  private RevisionComparison.Request one(Request request, ChangedFiles.Changed changed) {
    String old = request.revision() + ":" + changed.path();
    return new RevisionComparison.Request(
        new RevisionComparison.Files(
            List.of(
                VersionFile.orAbsent(workplace, old, changed.old().toString()),
                VersionFile.orAbsent(workplace, changed.path(), changed.path())),
            /* apart= */ false),
        request.reading(),
        Glossaries.NONE,
        request.filter(),
        request.maxWhole());
  }
}
