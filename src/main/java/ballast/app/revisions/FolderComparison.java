package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.PairFinder;
import ballast.app.align.PairList;
import ballast.app.project.ChangedFiles;
import ballast.app.project.NamedFiles;
import ballast.app.project.SourceFile;
import ballast.app.revisions.FolderComparison.SeveralVersions.LoneVersion;
import ballast.app.revisions.RevisionComparison.Options;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.unit.UnitFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the translations of two folders, of two file name patterns, those in a list, or those of
 * a git work tree with their versions in a commit. Each source is found by name.
 *
 * <pre>{@code
 * Files.createDirectory(folder.resolve("old"));
 * Files.createDirectory(folder.resolve("new"));
 * Files.copy(folder.resolve("article.en.txt"), folder.resolve("old/article.en.txt"));
 * Files.copy(folder.resolve("article.v2.en.txt"), folder.resolve("new/article.en.txt"));
 * FolderComparison comparison = new FolderComparison(Workplace.in(folder), Notices.NONE);
 * int files =
 *     comparison.compare(
 *         new FolderComparison.Folders("old", "new"),
 *         RevisionComparison.Options.DEFAULT,
 *         (name, compared) -> System.out.println(name + ": " + compared.changed() + " changes"));
 * System.out.println(files + " translations were compared");
 * }</pre>
 */
public record FolderComparison(Workplace workplace, Notices notices) {

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
   * Changed files of a git work tree.
   *
   * @param revision a commit, branch or tag
   * @param paths files and folders; empty for all below the workplace
   */
  public record Commit(String revision, List<String> paths) implements Subject {

    public Commit {
      paths = List.copyOf(paths);
    }
  }

  /** Receives the results of comparing several files, one at a time. */
  @FunctionalInterface
  public interface SeveralVersions {

    /** Called for a file with both versions. */
    void compared(String name, ComparedVersions compared);

    /** Called for a translation that is only in one of the two versions. */
    default void alone(LoneVersion version) {}

    /**
     * Called for a file that cannot be compared. If this returns, the others are compared.
     *
     * @param reason names the unreadable version and its problem
     */
    default void unreadable(String name, InputException reason) {
      throw reason;
    }

    /**
     * A translation that was removed or added.
     *
     * @param isOld whether the old version contains it
     * @param reason the version with or without it, for example {@code only in HEAD}, {@code not in
     *     HEAD}
     */
    record LoneVersion(String file, boolean isOld, String reason) {

      /** Returns for example {@code new/1.en.txt: only in HEAD}. */
      public String inWords() {
        return file + ": " + reason;
      }
    }
  }

  /**
   * Compares the files, one at a time. Changed files that are no translations are reported to the
   * notices.
   *
   * @param options if they name a source, it is the source of every file of a commit
   * @param to receives the changes of each file, and the files with one version only
   * @return number of files with both versions
   * @throws ballast.bitext.InputException if a source was given for folders, there is nothing to
   *     compare, there is no such commit, or {@code to} rethrows the failure of a file
   */
  public int compare(Subject subject, Options options, SeveralVersions to) {
    if (!(subject instanceof Commit)) {
      options
          .reading()
          .refuseSource("each of several files has its own, which is found by its name");
    }
    RevisionComparison comparison = new RevisionComparison(workplace, notices);
    GlossaryTerms terms = comparison.terms(options.glossaries());
    terms.read();
    Comparing comparing = new Comparing(comparison, terms, options, to);
    if (subject instanceof Commit commit) {
      return compare(commit, comparing, to);
    }
    VersionPairs found = pairs(subject, isFromEnglish(options.reading()));
    for (VersionPairs.Pair pair : found.pairs()) {
      comparing.compare(
          pair.name(),
          VersionFile.orAbsent(workplace, pair.old(), pair.old()),
          pair.revised(),
          source -> SourceFile.of(workplace, pair.old(), isFromEnglish(options.reading())));
    }
    found.alone().forEach(to::alone);
    return found.pairs().size();
  }

  private int compare(Commit commit, Comparing comparing, SeveralVersions to) {
    String revision = commit.revision();
    ChangedFiles files = new ChangedFiles(workplace, revision);
    String folder = commit.paths().isEmpty() ? files.folder() : "";
    if (!folder.isEmpty()) {
      notices.say(
          "only the folder \"%s\" is compared; name %s for the whole work tree",
          folder, "../".repeat(folder.split("/").length));
    }
    int compared =
        files.forEach(
            commit.paths(),
            changed ->
                comparing.compare(
                    changed.path(),
                    VersionFile.orAbsent(
                        workplace, revision + ":" + changed.path(), changed.old().toString()),
                    changed.path(),
                    source -> changed.others().copy(source).map(Path::toString)),
            left -> notices.say("%s; left out", left));
    files.forEachAlone(
        commit.paths(),
        (file, isOld) ->
            to.alone(new LoneVersion(file, isOld, (isOld ? "only in " : "not in ") + revision)));
    return compared;
  }

  private static boolean isFromEnglish(VersionReading reading) {
    @Nullable Lang lang = reading.languages().source();
    return lang != null && lang.language().equals("en");
  }

  private VersionPairs pairs(Subject subject, boolean fromEnglish) {
    if (subject instanceof Listed listed) {
      return VersionPairs.listed(workplace, listed.file());
    }
    Folders folders = (Folders) subject;
    return VersionPairs.of(
        workplace,
        new NamedFiles(workplace, notices),
        notices,
        folders.old(),
        folders.revised(),
        fromEnglish);
  }

  private final class Comparing {

    private final RevisionComparison comparison;
    private final GlossaryTerms terms;
    private final Options options;
    private final SeveralVersions to;

    Comparing(
        RevisionComparison comparison, GlossaryTerms terms, Options options, SeveralVersions to) {
      this.comparison = comparison;
      this.terms = terms;
      this.options = options;
      this.to = to;
    }

    /**
     * Compares two versions of a file.
     *
     * @param oldSource returns the source of the old version for the name of the new source; empty
     *     if they are the same
     */
    void compare(
        String name,
        VersionFile old,
        String revised,
        Function<String, Optional<String>> oldSource) {
      RevisionComparison.Files files =
          new RevisionComparison.Files(
              List.of(old, VersionFile.orAbsent(workplace, revised, revised)), /* apart= */ false);
      ComparedVersions compared;
      try {
        compared = besideSource(files, revised, oldSource);
      } catch (InputException e) {
        to.unreadable(name, e);
        return;
      }
      to.compared(name, compared);
    }

    /** Compares with the source of the new version, or without it if it is unusable. */
    private ComparedVersions besideSource(
        RevisionComparison.Files files,
        String revised,
        Function<String, Optional<String>> oldSource) {
      VersionReading reading = options.reading();
      Optional<String> source =
          reading.source() != null
              ? Optional.empty()
              : SourceFile.of(workplace, revised, isFromEnglish(reading));
      if (source.isEmpty()) {
        return compare(files, reading);
      }
      VersionReading beside = reading.withSource(source.get());
      Optional<String> old = oldSource.apply(source.get());
      try {
        return compare(files, old.isPresent() ? beside.withOldSource(old.get()) : beside);
      } catch (InputException e) {
        ComparedVersions compared = compare(files, reading); // Fails if the source is not to blame.
        notices.warn(
            "%s is compared without its source: %s", revised, String.valueOf(e.getMessage()));
        return compared;
      }
    }

    private ComparedVersions compare(RevisionComparison.Files files, VersionReading reading) {
      return comparison.compare(files, options.with(reading), terms);
    }
  }

  /** The old and new versions of several files, and the files with one version only. */
  private record VersionPairs(List<Pair> pairs, List<LoneVersion> alone) {

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
