package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.PairFinder;
import ballast.app.align.PairList;
import ballast.app.project.Glossaries;
import ballast.app.project.NamedFiles;
import ballast.app.project.SourceFile;
import ballast.app.revisions.SeveralVersions.LoneVersion;
import ballast.bitext.InputException;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.unit.UnitFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares the translations of two folders, of two file name patterns, or those in a list. Each
 * source is found by name.
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

  /** Selects the files to compare. */
  public sealed interface Subject {}

  /**
   * Files of the same name.
   *
   * @param old a folder, or a pattern such as {@code old/*.en.txt}
   * @param revised the same for the new versions
   */
  public record Folders(String old, String revised) implements Subject {}

  /**
   * Files in a list.
   *
   * @param file one pair per line: old version, tab, new version; names are relative to its folder
   */
  public record Listed(String file) implements Subject {}

  /**
   * A request for a comparison.
   *
   * @param glossaries checked in the translations
   * @param filter selects the changes to list
   * @param maxWhole see {@link RevisionComparison.Request}
   */
  public record Request(
      Subject subject,
      VersionReading reading,
      Glossaries glossaries,
      ChangeFilter filter,
      int maxWhole) {

    /** Compares two folders and lists all changes. */
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
   * @param to receives the changes of each file, and the files with one version only
   * @return number of files with both versions
   * @throws ballast.bitext.InputException if a source was given, there is nothing to compare, or
   *     {@code to} rethrows the failure of a file
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

  /**
   * The old and new versions of several files.
   *
   * @param pairs files with both versions
   * @param alone files with one version only
   */
  private record VersionPairs(List<Pair> pairs, List<LoneVersion> alone) {

    /**
     * @param name common name of both versions
     */
    record Pair(String name, String old, String revised) {}

    /**
     * Finds the files of the same name in two folders, or matching two patterns. Sources are
     * skipped because they are shown with their translations.
     *
     * @param notices receives the files that are sources or not texts
     * @throws InputException if no file has both versions
     */
    static VersionPairs of(
        Workplace workplace,
        NamedFiles files,
        Notices notices,
        String old,
        String revised,
        boolean fromEnglish) {
      Map<String, String> before = files.below(old);
      Map<String, String> after = files.below(revised);
      List<Pair> pairs = new ArrayList<>();
      List<LoneVersion> alone = new ArrayList<>();
      Map<String, String> all = new TreeMap<>(before);
      all.putAll(after);
      Set<String> sources = new HashSet<>();
      Stream.concat(before.values().stream(), after.values().stream())
          .forEach(file -> SourceFile.of(workplace, file, fromEnglish).ifPresent(sources::add));
      for (String name : all.keySet()) {
        String oldFile = before.getOrDefault(name, "");
        String newFile = after.getOrDefault(name, "");
        if (!UnitFile.isOne(name) && !ArticleFormat.isOne(name)) {
          notices.detail(all.get(name) + " is left out: it is no translation");
        } else if (sources.contains(oldFile) || sources.contains(newFile)) {
          notices.detail(all.get(name) + " is a source; its translation is compared");
        } else if (oldFile.isEmpty() || newFile.isEmpty()) {
          alone.add(
              oldFile.isEmpty()
                  ? new LoneVersion(newFile, /* isOld= */ false, "not in " + old)
                  : new LoneVersion(oldFile, /* isOld= */ true, "not in " + revised));
        } else {
          pairs.add(new Pair(name, oldFile, newFile));
        }
      }
      if (pairs.isEmpty()) {
        throw new InputException(
            "\"" + old + "\" and \"" + revised + "\" have no translation in common",
            "files are compared that have the same name in both; others are listed in a file for"
                + " --pairs");
      }
      return new VersionPairs(pairs, alone);
    }

    /**
     * Reads a list of pairs: old version, tab, new version.
     *
     * @throws InputException if the list cannot be read or a row is wrong
     */
    static VersionPairs listed(Workplace workplace, String list) {
      List<Pair> pairs = new ArrayList<>();
      for (PairList.Entry entry : PairFinder.listed(workplace, list).entries()) {
        if (entry instanceof PairList.Unusable unusable) {
          throw unusable.reason();
        }
        if (entry instanceof PairList.Pair pair) {
          String revised = pair.article().target();
          for (String file : List.of(pair.article().source(), revised)) {
            ArticleBytes.requireRegular(workplace.resolve(file), file);
          }
          pairs.add(new Pair(revised, pair.article().source(), revised));
        }
      }
      return new VersionPairs(pairs, List.of());
    }
  }
}
