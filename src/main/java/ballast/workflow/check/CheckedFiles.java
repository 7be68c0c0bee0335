package ballast.workflow.check;

import ballast.bitext.InputException;
import ballast.check.Baseline;
import ballast.format.article.ArticleBytes;
import ballast.format.file.FileStart;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.align.PairFinder;
import ballast.workflow.align.PairList;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.MarkedName;
import ballast.workflow.project.NamedFiles;
import ballast.workflow.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what the names of a request stand for. */
final class CheckedFiles {

  private static final String STANDARD_INPUT = "-";

  private final Workplace workplace;
  private final Notices notices;
  private final PairSource.Named named;
  private final boolean fromEnglish;
  private final List<List<String>> groups = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final List<String> articles = new ArrayList<>();

  /** Those of the articles that only a pattern names. */
  private final Set<String> matched = new HashSet<>();

  private CheckedFiles(
      Workplace workplace, Notices notices, PairSource.Named named, boolean fromEnglish) {
    this.workplace = workplace;
    this.notices = notices;
    this.named = named;
    this.fromEnglish = fromEnglish;
  }

  /**
   * The files that are read together: a file of units alone, an article before its translation.
   * Files that stand alone in a folder, or among those of a pattern, are named to {@code notices}.
   *
   * @throws InputException if a name stands for nothing that can be checked
   */
  static List<List<String>> of(
      Workplace workplace, Notices notices, PairSource.Named named, boolean fromEnglish) {
    return new CheckedFiles(workplace, notices, named, fromEnglish).find();
  }

  private List<List<String>> find() {
    for (String written : named.files()) {
      List<String> names = new NamedFiles(workplace, notices).of(List.of(written));
      names.forEach(this::addNamed);
      if (!names.contains(written)) {
        matched.addAll(names);
      }
    }
    named.files().forEach(matched::remove);
    if (articles.size() == 2 && !areCounterparts() && !areMatched()) {
      add(List.copyOf(articles)); // any two names, in this order
    } else {
      addByName();
    }
    if (!named.pairList().isEmpty()) {
      addPairs(new PairFinder(workplace).listed(named.pairList()));
    }
    return List.copyOf(groups);
  }

  private void addNamed(String name) {
    if (Files.isDirectory(workplace.resolve(name))) {
      addFolder(name);
      return;
    }
    Optional<String> own = ownFile(name);
    if (own.isPresent()) {
      notices.say(notChecked(name, own.get()));
    } else if (isOfUnits(name)) {
      add(List.of(name));
    } else {
      articles.add(name);
    }
  }

  /** Whether a pattern has found them, and their names say with what they would be checked. */
  private boolean areMatched() {
    return articles.stream()
        .allMatch(name -> matched.contains(name) && MarkedName.of(name).isMarked());
  }

  private boolean areCounterparts() {
    return MarkedName.of(articles.get(0)).isCounterpartOf(MarkedName.of(articles.get(1)));
  }

  private boolean isOfUnits(String name) {
    return name.equals(STANDARD_INPUT)
        ? named.standardInput() != null
        : UnitFile.isOne(workplace.resolve(name), name);
  }

  /** Adds files that are read together, once, however often they are named. */
  private void add(List<String> group) {
    if (seen.add(group.stream().map(this::place).toList())) {
      groups.add(group);
    }
  }

  private String place(String name) {
    return name.equals(STANDARD_INPUT)
        ? name
        : workplace.resolve(name).toAbsolutePath().normalize().toString();
  }

  private void addFolder(String folder) {
    FolderFiles files = FolderFiles.of(workplace, folder);
    boolean empty = true;
    for (String name : files.names()) {
      String file = FolderFiles.join(folder, name);
      if (UnitFile.isOne(name)) {
        empty = false;
        ownFile(file)
            .ifPresentOrElse(
                own -> notices.detail(notChecked(file, own)), () -> add(List.of(file)));
      }
    }
    PairList pairs = new PairFinder(workplace).among(files, folder, fromEnglish);
    addPairs(pairs);
    if (empty && pairs.entries().stream().noneMatch(PairList.Pair.class::isInstance)) {
      throw new InputException(
          "there is nothing to check in the folder \"" + folder + "\"",
          "it should have articles NAME.zh.txt and NAME.en.txt, or files of units: "
              + UnitFormat.extensions());
    }
  }

  /**
   * What a file is that Ballast itself reads or writes, although its name may be that of a file of
   * units; empty if it is none.
   */
  private Optional<String> ownFile(String name) {
    Path file = workplace.resolve(name);
    if (name.equals(STANDARD_INPUT) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    if (Project.glossary(workplace.directory()).filter(folder::startsWith).isPresent()) {
      return Optional.of("a glossary of this project");
    }
    String line;
    try {
      line = FileStart.of(file).line();
    } catch (IOException e) {
      return Optional.empty(); // reading it will say why
    }
    if (Baseline.isHead(line)) {
      return Optional.of("a baseline of known findings");
    }
    return isOfPairs(line, file) ? Optional.of("a list of pairs, for --pairs") : Optional.empty();
  }

  private static boolean isOfPairs(String line, Path list) {
    String[] names = line.split("\t");
    try {
      return names.length > 1
          && !names[0].isBlank()
          && Files.isRegularFile(list.resolveSibling(names[0].strip()))
          && Files.isRegularFile(list.resolveSibling(names[1].strip()));
    } catch (InvalidPathException notNames) {
      return false;
    }
  }

  private static String notChecked(String name, String what) {
    return name + " is not checked: it is " + what;
  }

  private void addPairs(PairList pairs) {
    for (PairList.Entry entry : pairs.entries()) {
      if (entry instanceof PairList.Pair pair) {
        List<String> files = List.of(pair.article().source(), pair.article().target());
        files.forEach(file -> ArticleBytes.requireRegular(workplace.resolve(file), file));
        add(files);
      } else if (entry instanceof PairList.Unusable unusable) {
        throw unusable.reason();
      } else if (entry instanceof PairList.Alone alone) {
        notices.warn(alone.file() + " is not checked: " + alone.reason());
      }
    }
  }

  /** Pairs the articles whose names differ only in the mark of their language. */
  private void addByName() {
    Map<String, @Nullable String[]> pairs = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (String article : articles) {
      MarkedName name = MarkedName.of(article);
      if (!name.isMarked()) {
        leave(article, left);
        continue;
      }
      @Nullable String[] pair = pairs.computeIfAbsent(name.key(), key -> new String[2]);
      int side = name.isChinese() == fromEnglish ? 1 : 0;
      if (pair[side] != null && !place(pair[side]).equals(place(article))) {
        throw cannotTell(article);
      }
      pair[side] = article;
    }
    for (@Nullable String[] pair : pairs.values()) {
      if (pair[0] == null || pair[1] == null) {
        leave(String.valueOf(pair[0] == null ? pair[1] : pair[0]), left);
      } else {
        add(List.of(pair[0], pair[1]));
      }
    }
    addLeft(left);
  }

  /** Leaves out what a pattern has found; what was named is an error. */
  private void leave(String article, List<String> left) {
    if (!matched.contains(article)) {
      throw cannotTell(article);
    }
    left.add(article);
  }

  /** Adds the pairs that a folder would have, and says which files are in none. */
  private void addLeft(List<String> left) {
    Set<String> silent = new LinkedHashSet<>(left);
    PairList pairs =
        new PairFinder(workplace).among(new FolderFiles(left, Map.of(), Map.of()), "", fromEnglish);
    for (PairList.Entry entry : pairs.entries()) {
      if (entry instanceof PairList.Pair pair) {
        silent.remove(pair.article().source());
        silent.remove(pair.article().target());
      } else if (entry instanceof PairList.Alone alone) {
        silent.remove(alone.file());
      }
    }
    addPairs(pairs);
    if (groups.isEmpty() && !left.isEmpty()) {
      throw cannotTell(left.get(0));
    }
    silent.forEach(
        name -> notices.warn(name + " is not checked: its name says no language, as NAME.zh.txt"));
  }

  private InputException cannotTell(String article) {
    if (article.equals(STANDARD_INPUT)) {
      return new InputException(
          "cannot tell what standard input holds", "name the format with --from-format");
    }
    if (!Files.exists(workplace.resolve(article))) {
      return ArticleBytes.missing(article);
    }
    return new InputException(
        "cannot tell what to check \"" + article + "\" with",
        "give an article and its translation; several pairs are named NAME.zh.txt and"
            + " NAME.en.txt, or listed in a file for --pairs; files of units: "
            + UnitFormat.extensions());
  }
}
