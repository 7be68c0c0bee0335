package ballast.workflow.revise;

import ballast.bitext.InputException;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.unit.UnitFile;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.align.PairFinder;
import ballast.workflow.align.PairList;
import ballast.workflow.project.NamedFiles;
import ballast.workflow.project.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The old and new versions of several files.
 *
 * @param pairs the versions of each file that has both
 * @param alone the files that have one only
 */
record VersionPairs(List<Pair> pairs, List<LoneVersion> alone) {

  /**
   * Two versions of a file.
   *
   * @param name what both are called
   */
  record Pair(String name, String old, String revised) {}

  /**
   * The files of the same name in two folders, or among those of two patterns. Sources are left
   * out: they stand beside their translations.
   *
   * @param files finds them
   * @param notices is told which files are sources, and which are no texts
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
   * The pairs that a list names: old version, tab, new version.
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
