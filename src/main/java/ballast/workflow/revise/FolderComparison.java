package ballast.workflow.revise;

import ballast.bitext.InputException;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.project.Glossaries;
import ballast.workflow.project.NamedFiles;
import ballast.workflow.project.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Compares the translations of two folders, of two patterns of names, or those in a list. The
 * source of each is found by its name.
 *
 * <pre>{@code
 * Files.createDirectory(folder.resolve("old"));
 * Files.createDirectory(folder.resolve("new"));
 * Files.copy(folder.resolve("article.en.txt"), folder.resolve("old/article.en.txt"));
 * Files.copy(folder.resolve("article.v2.en.txt"), folder.resolve("new/article.en.txt"));
 * FolderComparison comparison = new FolderComparison(Workplace.in(folder), Notices.NONE);
 * int files =
 *     comparison.compare(
 *         FolderComparison.Request.of("old", "new"),
 *         (name, compared) -> System.out.println(name + ": " + compared.changed() + " changes"));
 * System.out.println(files + " translations were compared");
 * }</pre>
 */
public final class FolderComparison {

  private final Workplace workplace;
  private final Notices notices;

  public FolderComparison(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /** Which files are compared. */
  public sealed interface Subject {}

  /**
   * Those of the same name.
   *
   * @param old a folder, or a pattern such as {@code old/*.en.txt}
   * @param revised the same for the new versions
   */
  public record Folders(String old, String revised) implements Subject {}

  /**
   * Those in a list.
   *
   * @param file one pair a line: old version, tab, new version; names are relative to its folder
   */
  public record Listed(String file) implements Subject {}

  /**
   * A request for a comparison.
   *
   * @param subject which files
   * @param reading how files are read
   * @param glossaries whose terms are looked for in the translations
   * @param filter which changes are listed
   * @param maxWhole see {@link RevisionComparison.Request}
   */
  public record Request(
      Subject subject,
      VersionReading reading,
      Glossaries glossaries,
      ChangeFilter filter,
      int maxWhole) {

    /** All changes between two folders. */
    public static Request of(String old, String revised) {
      return new Request(
          new Folders(old, revised),
          VersionReading.DEFAULT,
          Glossaries.NONE,
          ChangeFilter.CHANGES,
          0);
    }
  }

  /**
   * Compares the files, one at a time.
   *
   * @param to takes what has changed in each file, and the files that one version only has
   * @return how many files have both versions
   * @throws ballast.bitext.InputException if a source was given, there is nothing to compare, or
   *     {@code to} does not go on when a file cannot be read
   */
  public int compare(Request request, SeveralVersions to) {
    request.reading().refuseOneSource();
    RevisionComparison comparison = new RevisionComparison(workplace, notices);
    GlossaryTerms terms = comparison.terms(request.glossaries());
    terms.read();
    BesideSource beside = new BesideSource(workplace, notices, request.reading());
    VersionPairs found = pairs(request);
    for (VersionPairs.Pair pair : found.pairs()) {
      ComparedVersions compared;
      try {
        compared =
            beside.compare(
                pair.revised(),
                source -> oldSource(request, pair),
                reading -> comparison.compare(one(request, pair).with(reading), terms));
      } catch (InputException e) {
        to.unreadable(pair.name(), e);
        continue;
      }
      to.compared(pair.name(), compared);
    }
    found.alone().forEach(to::alone);
    return found.pairs().size();
  }

  private RevisionComparison.Request one(Request request, VersionPairs.Pair pair) {
    return new RevisionComparison.Request(
        new RevisionComparison.Files(
            List.of(
                VersionFile.orAbsent(workplace, pair.old(), pair.old()),
                VersionFile.orAbsent(workplace, pair.revised(), pair.revised())),
            /* apart= */ false),
        request.reading(),
        Glossaries.NONE,
        request.filter(),
        request.maxWhole());
  }

  private Optional<String> oldSource(Request request, VersionPairs.Pair pair) {
    return SourceFile.of(workplace, pair.old(), BesideSource.isFromEnglish(request.reading()));
  }

  private VersionPairs pairs(Request request) {
    if (request.subject() instanceof Listed listed) {
      return VersionPairs.listed(workplace, listed.file());
    }
    Folders folders = (Folders) request.subject();
    return VersionPairs.of(
        workplace,
        new NamedFiles(workplace, notices),
        notices,
        folders.old(),
        folders.revised(),
        BesideSource.isFromEnglish(request.reading()));
  }
}
