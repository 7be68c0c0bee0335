package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs {@code NAME.zh.EXT}, {@code NAME.en.EXT} in a folder and the folders in it.
 * Hidden files and folders and files without a language mark are ignored; links to folders are not
 * followed.
 */
final class PairFolder {

  /** Files without a counterpart that one message names. */
  private static final int MAX_NAMED = 5;

  /** Replaces the language mark in the key of a group; does not occur in file names. */
  private static final String MARK = "\0";

  private final Workplace workplace;
  private final Project project;
  private final String folder;
  private final boolean fromEnglish;
  private final Map<String, PairList.Entry> found = new TreeMap<>();
  private final Map<String, String> documents = new HashMap<>();

  private PairFolder(Workplace workplace, Project project, String folder, boolean fromEnglish) {
    this.workplace = workplace;
    this.project = project;
    this.folder = folder;
    this.fromEnglish = fromEnglish;
  }

  /**
   * The pairs of a folder, by name, and the files that have no counterpart.
   *
   * @param fromEnglish whether the English files are the sources
   * @throws InputException if there is no pair, or the folder cannot be listed
   */
  static PairList of(Workplace workplace, Project project, String folder, boolean fromEnglish) {
    PairFolder pairs = new PairFolder(workplace, project, folder, fromEnglish);
    PairList list = pairs.find(FolderFiles.of(workplace, folder));
    if (list.size() == 0) {
      throw pairs.noPairs(list.entries());
    }
    return list;
  }

  /** The same of files that have been listed, perhaps without a pair. */
  static PairList among(
      FolderFiles files, Workplace workplace, Project project, String folder, boolean fromEnglish) {
    return new PairFolder(workplace, project, folder, fromEnglish).find(files);
  }

  private PairList find(FolderFiles files) {
    files
        .unreadable()
        .forEach((name, why) -> found.put(name, new PairList.Unusable(join(name), why)));
    Map<String, List<String>> groups = new TreeMap<>();
    for (String file : files.names()) {
      String mark = mark(file);
      if (!mark.isEmpty()) {
        String extension = file.substring(file.lastIndexOf('.'));
        int cut = file.length() - extension.length() - mark.length();
        String key = file.substring(0, cut) + MARK + extension;
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
      }
    }
    groups.forEach(this::addGroup);
    return new PairList(List.copyOf(found.values()));
  }

  /** Files that differ only in their language mark. */
  private void addGroup(String key, List<String> files) {
    String source = best(files, !fromEnglish);
    String target = best(files, fromEnglish);
    for (String file : files) {
      if (source == null || target == null) {
        boolean isSource = Project.isChineseMark(mark(file)) != fromEnglish;
        String wanted = key.replace(MARK, isSource != fromEnglish ? "en" : "zh");
        String what = isSource ? "there is no translation" : "there is no source";
        found.put(file, alone(file, what + " \"" + join(wanted) + "\""));
      } else if (file.equals(source)) {
        found.put(file, pair(source, target));
      } else if (!file.equals(target)) {
        found.put(
            file, alone(file, "the pair is \"" + join(source) + "\", \"" + join(target) + "\""));
      }
    }
  }

  /**
   * The Chinese or the English file; if there are several, the one with the plain mark, zh or en.
   */
  private static @Nullable String best(List<String> files, boolean chinese) {
    String best = null;
    for (String file : files) {
      String mark = mark(file);
      if (Project.isChineseMark(mark) == chinese
          && (best == null || mark.equals("zh") || mark.equals("en"))) {
        best = file;
      }
    }
    return best;
  }

  private PairList.Entry pair(String source, String target) {
    String document = project.documentName(workplace.resolve(join(source)));
    String earlier = documents.putIfAbsent(document, source);
    if (earlier != null) {
      return new PairList.Unusable(
          join(source),
          new InputException(
              "\"%s\" would have the document name \"%s\", which \"%s\" has already"
                  .formatted(join(source), document, join(earlier)),
              "rename it, or name the documents in a list for --pairs"));
    }
    return new PairList.Pair("", new Article(join(source), join(target), document));
  }

  private PairList.Alone alone(String file, String reason) {
    return new PairList.Alone(join(file), reason);
  }

  private InputException noPairs(List<PairList.Entry> alone) {
    String files =
        alone.stream()
            .limit(MAX_NAMED)
            .map(PairList.Alone.class::cast)
            .map(file -> "; \"" + file.file() + "\": " + file.reason())
            .collect(Collectors.joining());
    if (alone.size() > MAX_NAMED) {
      files += "; and " + (alone.size() - MAX_NAMED) + " more";
    }
    return new InputException(
        "no article pairs in \"" + folder + "\"" + files,
        "name the files NAME.zh.txt and NAME.en.txt, or give both files by name");
  }

  /** The language mark of a file; empty when it has none. */
  private static String mark(String file) {
    String mark = Project.mark(file.substring(file.lastIndexOf('/') + 1));
    return mark == null ? "" : mark;
  }

  private String join(String name) {
    return FolderFiles.join(folder, name);
  }
}
