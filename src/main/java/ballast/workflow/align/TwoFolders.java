package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.MarkedName;
import ballast.workflow.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pairs the articles of a folder of sources with those of the same name in a folder of
 * translations. Marks of languages and extensions do not count in the names.
 */
final class TwoFolders {

  private final Workplace workplace;
  private final Project project;
  private final String sourceFolder;
  private final String targetFolder;
  private final List<PairList.Entry> entries = new ArrayList<>();

  TwoFolders(Workplace workplace, Project project, String sources, String targets) {
    this.workplace = workplace;
    this.project = project;
    this.sourceFolder = sources;
    this.targetFolder = targets;
  }

  PairList pairs() {
    Map<String, List<String>> sources = articles(sourceFolder);
    Map<String, List<String>> targets = articles(targetFolder);
    TreeSet<String> keys = new TreeSet<>(sources.keySet());
    keys.addAll(targets.keySet());
    for (String key : keys) {
      entries.add(
          entry(sources.getOrDefault(key, List.of()), targets.getOrDefault(key, List.of())));
    }
    PairList list = new PairList(entries);
    if (list.size() == 0) {
      throw new InputException(
          "no file of \"" + sourceFolder + "\" has the name of one in \"" + targetFolder + "\"",
          "name them alike, or list the pairs in a file for --pairs");
    }
    return list;
  }

  private Map<String, List<String>> articles(String folder) {
    FolderFiles files = FolderFiles.of(workplace, folder);
    files
        .unreadable()
        .forEach(
            (name, why) -> entries.add(new PairList.Unusable(FolderFiles.join(folder, name), why)));
    new TreeMap<>(files.leftOut())
        .forEach(
            (name, why) -> entries.add(new PairList.Alone(FolderFiles.join(folder, name), why)));
    Map<String, List<String>> articles = new TreeMap<>();
    for (String name : files.names()) {
      if (ArticleFormat.isOne(name)) {
        articles
            .computeIfAbsent(
                Project.withoutExtension(MarkedName.of(name).key()), k -> new ArrayList<>())
            .add(FolderFiles.join(folder, name));
      }
    }
    return articles;
  }

  private PairList.Entry entry(List<String> sources, List<String> targets) {
    if (sources.isEmpty()) {
      return new PairList.Alone(
          targets.get(0), "there is no source of this name in \"" + sourceFolder + "\"");
    }
    if (targets.isEmpty()) {
      return new PairList.Alone(
          sources.get(0), "there is no translation of this name in \"" + targetFolder + "\"");
    }
    if (sources.size() > 1 || targets.size() > 1) {
      List<String> all = new ArrayList<>(sources);
      all.addAll(targets);
      return PairList.Unusable.ambiguous(all);
    }
    String source = sources.get(0);
    return new PairList.Pair(
        "", new Article(source, targets.get(0), project.documentName(workplace.resolve(source))));
  }
}
