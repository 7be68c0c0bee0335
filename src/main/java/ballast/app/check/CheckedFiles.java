package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.PairFinder;
import ballast.app.align.PairList;
import ballast.app.project.FolderFiles;
import ballast.app.project.MarkedName;
import ballast.app.project.NamedFiles;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.check.Baseline;
import ballast.format.article.ArticleBytes;
import ballast.format.file.FileStart;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class CheckedFiles {

  private static final String STANDARD_INPUT = "-";

  private final Workplace workplace;
  private final Notices notices;
  private final PairSource.Named named;
  private final boolean fromEnglish;
  private final PairFinder finder;
  private final List<List<String>> groups = new ArrayList<>();
  private final List<PairList.Alone> leftOut = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final Set<String> articles = new LinkedHashSet<>();

  /** Articles that only match a pattern. */
  private final Set<String> matched = new HashSet<>();

  CheckedFiles(Workplace workplace, Notices notices, PairSource source, Lexicon lexicon) {
    this.workplace = workplace;
    this.notices = notices;
    this.named = source.named();
    @Nullable Lang from = source.source().lang();
    this.fromEnglish = from != null && from.isEnglish();
    this.finder = new PairFinder(workplace, source.reading(), lexicon);
    find();
  }

  /**
   * The files that are read together: a file of units alone, an article before its translation; a
   * file that contains both is listed twice.
   */
  List<List<String>> together() {
    return List.copyOf(groups);
  }

  List<PairList.Alone> leftOut() {
    return List.copyOf(leftOut);
  }

  private void find() {
    for (String written : named.files()) {
      List<String> names = new NamedFiles(workplace, notices).of(List.of(written));
      names.forEach(this::addNamed);
      if (!names.contains(written)) {
        matched.addAll(names);
      }
    }
    named.files().forEach(matched::remove);
    List<String> texts = List.copyOf(articles);
    if (texts.size() == 2 && !areMatched()) {
      add(finder.ordered(texts.get(0), texts.get(1), notices));
    } else {
      addFound(texts);
    }
    if (!named.pairList().isEmpty()) {
      addPairs(PairFinder.listed(workplace, named.pairList()).entries());
    }
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

  /** Whether all match a pattern, and their names indicate their counterparts. */
  private boolean areMatched() {
    return articles.stream()
        .allMatch(name -> matched.contains(name) && MarkedName.of(name).isMarked());
  }

  private boolean isOfUnits(String name) {
    return name.equals(STANDARD_INPUT)
        ? named.standardInput() != null
        : UnitFile.isOne(workplace.resolve(name), name);
  }

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
    PairList pairs = finder.among(files, folder, fromEnglish);
    pairs.sayOthers(notices);
    addPairs(pairs.entries());
    if (empty && pairs.entries().stream().noneMatch(PairList.Pair.class::isInstance)) {
      throw new InputException(
          "there is nothing to check in the folder \"" + folder + "\"",
          "it should have articles NAME.zh.txt and NAME.en.txt, or files of units: "
              + UnitFormat.extensions());
    }
  }

  /**
   * The kind of a file that Ballast itself reads or writes, although it may have the name of a file
   * of units; empty for other files.
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
      return Optional.empty(); // reading it gives the reason
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

  private void addPairs(List<PairList.Entry> entries) {
    for (PairList.Entry entry : entries) {
      if (entry instanceof PairList.Pair pair) {
        List<String> files = List.of(pair.article().source(), pair.article().target());
        files.forEach(file -> ArticleBytes.requireRegular(workplace.resolve(file), file));
        add(files);
      } else if (entry instanceof PairList.Unusable unusable) {
        throw unusable.reason();
      } else if (entry instanceof PairList.Alone alone) {
        leftOut.add(alone);
      }
    }
  }

  /** Pairs articles as in a folder. A match of a pattern may remain unpaired. */
  private void addFound(List<String> texts) {
    texts.stream().filter(this::isMissing).forEach(this::cannotTell);
    PairList pairs = finder.among(new FolderFiles(texts, Map.of(), Map.of()), "", fromEnglish);
    List<PairList.Entry> entries = new ArrayList<>(pairs.entries());
    pairs.others().forEach(name -> entries.add(new PairList.Alone(name, "it is no article")));
    for (PairList.Entry entry : entries) {
      if (entry instanceof PairList.Alone alone && !matched.contains(alone.file())) {
        cannotTell(alone.file());
      }
    }
    entries.sort(Comparator.comparingInt(entry -> place(entry, texts)));
    addPairs(entries);
    if (groups.isEmpty() && !texts.isEmpty()) {
      cannotTell(texts.get(0));
    }
  }

  private boolean isMissing(String name) {
    return name.equals(STANDARD_INPUT) || !Files.exists(workplace.resolve(name));
  }

  /** The position of an entry's first file among the names; -1 for other entries. */
  private static int place(PairList.Entry entry, List<String> texts) {
    return entry instanceof PairList.Pair pair
        ? Math.min(texts.indexOf(pair.article().source()), texts.indexOf(pair.article().target()))
        : -1;
  }

  private void cannotTell(String article) {
    if (article.equals(STANDARD_INPUT)) {
      throw new InputException(
          "cannot tell what standard input holds", "name the format with --from-format");
    }
    if (!Files.exists(workplace.resolve(article))) {
      throw ArticleBytes.missing(article);
    }
    throw new InputException(
        "cannot tell what to check \"" + article + "\" with",
        "give an article and its translation; several pairs are named NAME.zh.txt and"
            + " NAME.en.txt, or listed in a file for --pairs; files of units: "
            + UnitFormat.extensions());
  }
}
