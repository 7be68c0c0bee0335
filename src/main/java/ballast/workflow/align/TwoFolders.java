package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.format.article.ArticleFormat;
import ballast.lexicon.Lexicon;
import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.MarkedName;
import ballast.workflow.project.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pairs the articles of a folder of sources with those of the same name in a folder of
 * translations. Marks of languages and extensions do not count in the names. Texts that only one
 * folder has by name are paired by content.
 */
final class TwoFolders {

  private final Workplace workplace;
  private final ArticleReader reader;
  private final Lexicon lexicon;
  private final Project project;
  private final String sourceFolder;
  private final String targetFolder;
  private final List<PairList.Entry> entries = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /** The files that only one of the folders has by name, with the reason. */
  private final Map<String, String> lone = new LinkedHashMap<>();

  TwoFolders(
      Workplace workplace,
      ArticleReading reading,
      Lexicon lexicon,
      String sources,
      String targets) {
    this.workplace = workplace;
    this.reader = new ArticleReader(workplace, reading);
    this.lexicon = lexicon;
    this.project = Project.around(workplace.directory());
    this.sourceFolder = sources;
    this.targetFolder = targets;
  }

  PairList pairs() {
    Map<String, List<String>> sources = articles(sourceFolder);
    Map<String, List<String>> targets = articles(targetFolder);
    TreeSet<String> keys = new TreeSet<>(sources.keySet());
    keys.addAll(targets.keySet());
    for (String key : keys) {
      add(sources.getOrDefault(key, List.of()), targets.getOrDefault(key, List.of()));
    }
    Set<String> all = new HashSet<>();
    sources.values().forEach(all::addAll);
    addByContent(all);
    PairList list = new PairList(entries, others);
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
                MarkedName.withoutExtension(MarkedName.of(name).key()), k -> new ArrayList<>())
            .add(FolderFiles.join(folder, name));
      } else {
        others.add(FolderFiles.join(folder, name));
      }
    }
    return articles;
  }

  private void add(List<String> sources, List<String> targets) {
    if (sources.size() > 1 || targets.size() > 1) {
      List<String> all = new ArrayList<>(sources);
      all.addAll(targets);
      entries.add(PairList.Unusable.ambiguous(all));
    } else if (sources.isEmpty()) {
      lone.put(targets.get(0), "there is no source of this name in \"" + sourceFolder + "\"");
    } else if (targets.isEmpty()) {
      lone.put(sources.get(0), "there is no translation of this name in \"" + targetFolder + "\"");
    } else {
      addPair(sources.get(0), targets.get(0));
    }
  }

  private void addPair(String source, String target) {
    String document = project.documentName(workplace.resolve(source));
    entries.add(new PairList.Pair("", new Article(source, target, document)));
  }

  private void addByContent(Set<String> sources) {
    ContentPairs.Found found = ContentPairs.among(List.copyOf(lone.keySet()), reader, lexicon);
    found
        .pairs()
        .forEach(
            (chinese, english) -> {
              boolean isSource = sources.contains(chinese);
              if (isSource != sources.contains(english)) {
                addPair(isSource ? chinese : english, isSource ? english : chinese);
                lone.remove(chinese);
                lone.remove(english);
              }
            });
    lone.forEach(
        (file, reason) -> {
          String why = found.alone().getOrDefault(file, "");
          entries.add(new PairList.Alone(file, why.isEmpty() ? reason : why));
        });
  }
}
