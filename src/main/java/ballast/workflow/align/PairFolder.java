package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.MarkedName;
import ballast.workflow.project.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds the pairs in a folder and the folders in it: files whose names differ in the mark of their
 * language only ({@link MarkedName}), or of which one has a mark and the other none ({@code
 * README.zh.md}, {@code README.md}). Two files of different formats are a pair if neither has a
 * counterpart in its own format. Files that have no part in this are ignored.
 */
final class PairFolder {

  /** Files without a counterpart that one message names. */
  private static final int MAX_NAMED = 5;

  private final Workplace workplace;
  private final Project project;
  private final String folder;
  private final boolean fromEnglish;
  private final Map<String, PairList.Entry> found = new TreeMap<>();
  private final Map<String, String> documents = new HashMap<>();

  /** The pairs, by the names of their files without mark and extension. */
  private final Map<String, String> pairs = new HashMap<>();

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

  /** The pairs among files that have already been listed; there may be none. */
  static PairList among(
      FolderFiles files, Workplace workplace, Project project, String folder, boolean fromEnglish) {
    return new PairFolder(workplace, project, folder, fromEnglish).find(files);
  }

  private PairList find(FolderFiles files) {
    files
        .unreadable()
        .forEach((name, why) -> found.put(name, new PairList.Unusable(join(name), why)));
    files.leftOut().forEach((name, why) -> found.put(name, alone(name, why)));
    Map<String, NameGroup> sameFormat = groups(files.names(), key -> key);
    List<String> left = new ArrayList<>();
    for (NameGroup group : sameFormat.values()) {
      if (group.isPair()) {
        add(group);
      } else {
        left.addAll(group.marked());
      }
    }
    groups(left, Project::withoutExtension).values().forEach(this::add);
    return new PairList(List.copyOf(found.values()));
  }

  private Map<String, NameGroup> groups(List<String> names, UnaryOperator<String> key) {
    Map<String, NameGroup> groups = new TreeMap<>();
    for (String name : names) {
      groups
          .computeIfAbsent(
              key.apply(MarkedName.of(name).key()), unused -> new NameGroup(fromEnglish))
          .add(name);
    }
    return groups;
  }

  private void add(NameGroup group) {
    if (!group.isPair()) {
      group.marked().forEach(file -> found.put(file, withoutCounterpart(file)));
      return;
    }
    List<String> sources = group.bestSources();
    List<String> targets = group.bestTargets();
    if (sources.size() > 1 || targets.size() > 1) {
      List<String> all = new ArrayList<>(sources);
      all.addAll(targets);
      found.put(all.get(0), PairList.Unusable.ambiguous(all.stream().map(this::join).toList()));
      return;
    }
    String source = sources.get(0);
    String target = targets.get(0);
    found.put(source, pair(source, target));
    String taken = "the pair is \"" + join(source) + "\", \"" + join(target) + "\"";
    pairs.put(stem(source), taken);
    for (String file : group.marked()) {
      if (!file.equals(source) && !file.equals(target)) {
        found.put(file, alone(file, taken));
      }
    }
  }

  private static String stem(String file) {
    return Project.withoutExtension(MarkedName.of(file).key());
  }

  private PairList.Entry withoutCounterpart(String file) {
    String taken = pairs.get(stem(file));
    if (taken != null) {
      return alone(file, taken);
    }
    MarkedName name = MarkedName.of(file);
    boolean isSource = name.isChinese() != fromEnglish;
    String what = isSource ? "there is no translation" : "there is no source";
    String wanted = name.with(name.isChinese() ? "en" : "zh");
    return alone(file, what + " \"" + join(wanted) + "\"");
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

  private String join(String name) {
    return FolderFiles.join(folder, name);
  }
}
