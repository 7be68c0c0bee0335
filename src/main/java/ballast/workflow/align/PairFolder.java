package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.file.OwnMark;
import ballast.format.unit.UnitFile;
import ballast.lexicon.Lexicon;
import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.MarkedName;
import ballast.workflow.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs in a folder and the folders in it: files whose names differ in the mark of their
 * language only ({@link MarkedName}), or of which one has a mark and the other none ({@code
 * README.zh.md}, {@code README.md}). Two files of different formats are a pair if neither has a
 * counterpart in its own format. Texts that have none by name are paired by content ({@link
 * ContentPairs}).
 */
final class PairFolder {

  /** Files without a counterpart that one message names. */
  private static final int MAX_NAMED = 5;

  /** Marks of one name that are tried. */
  private static final int MAX_MARKS = 8;

  private final Workplace workplace;
  private final ArticleReader reader;
  private final Lexicon lexicon;
  private final Project project;
  private final String folder;
  private final boolean fromEnglish;
  private final Map<String, PairList.Entry> found = new TreeMap<>();
  private final Set<String> taken = new HashSet<>();

  /** A memory and the files that SQLite keeps next to it. */
  private static final Pattern MEMORY = Pattern.compile(".*\\.db(-wal|-shm)?");

  private final List<String> others = new ArrayList<>();
  private final Map<String, String> documents = new HashMap<>();

  /** The pairs, by the names of their files without mark and extension. */
  private final Map<String, String> pairs = new HashMap<>();

  /**
   * @param reading how texts without a counterpart by name are read
   * @param fromEnglish whether the English files are the sources
   */
  PairFolder(
      Workplace workplace,
      ArticleReading reading,
      Lexicon lexicon,
      String folder,
      boolean fromEnglish) {
    this.workplace = workplace;
    this.reader = new ArticleReader(workplace, reading);
    this.lexicon = lexicon;
    this.project = Project.around(workplace.directory());
    this.folder = folder;
    this.fromEnglish = fromEnglish;
  }

  /**
   * The pairs of the folder, and the texts that are in none.
   *
   * @throws InputException if there is no pair, or the folder cannot be listed
   */
  PairList find() {
    PairList list = among(FolderFiles.of(workplace, folder));
    if (list.size() == 0) {
      throw noPairs(list.entries());
    }
    return list;
  }

  /** The pairs among files that have already been listed; there may be none. */
  PairList among(FolderFiles files) {
    files
        .unreadable()
        .forEach((name, why) -> found.put(name, new PairList.Unusable(join(name), why)));
    files.leftOut().forEach((name, why) -> found.put(name, alone(name, why)));
    List<String> names = new ArrayList<>(files.names());
    names.removeIf(UnitFile::isOne);
    addSure(names);
    names.removeIf(name -> taken.contains(name) || !isText(name));
    names.forEach(this::leaveVersion);
    addLikely(names, key -> key);
    addLikely(names, MarkedName::withoutExtension);
    names.removeIf(taken::contains);
    addByContent(names);
    files.names().stream()
        .filter(name -> !taken.contains(name) && !MEMORY.matcher(name).matches())
        .forEach(name -> others.add(join(name)));
    return new PairList(List.copyOf(found.values()), others);
  }

  private boolean isText(String name) {
    Path file = workplace.resolve(join(name));
    return ArticleFormat.isOne(name) && !OwnMark.isIn(file) && UnitFile.format(file).isEmpty();
  }

  /** Adds the pairs of names with a sure mark, first those of one format. */
  private void addSure(List<String> names) {
    List<String> left = new ArrayList<>();
    for (Group group : sureGroups(names, key -> key)) {
      if (group.isPair()) {
        add(group);
      } else {
        left.addAll(group.marked());
      }
    }
    sureGroups(left, MarkedName::withoutExtension).stream()
        .filter(Group::isPair)
        .forEach(this::add);
  }

  private Collection<Group> sureGroups(List<String> names, UnaryOperator<String> key) {
    Map<String, Group> groups = new TreeMap<>();
    for (String file : names) {
      MarkedName name = MarkedName.of(file);
      groups.computeIfAbsent(key.apply(name.key()), Group::new).add(file, name);
    }
    return groups.values();
  }

  /** Adds the pairs of names with any mark whose languages are those of the marks. */
  private void addLikely(List<String> names, UnaryOperator<String> key) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (int rank = 0; rank < MAX_MARKS; rank++) {
      for (String file : names) {
        MarkedName.all(file).stream()
            .skip(rank)
            .limit(1)
            .forEach(
                name -> groups.computeIfAbsent(key.apply(name.key()), Group::new).add(file, name));
      }
    }
    for (Group group : groups.values()) {
      group.members.removeIf(member -> taken.contains(member.file));
      if (group.isPair() && group.isClear() && group.hasBothLanguages()) {
        add(group);
      }
    }
  }

  /** Files whose names differ in the mark of their language only. */
  private final class Group {

    private record Member(String file, MarkedName name) {}

    private final String key;
    private final List<Member> members = new ArrayList<>();

    Group(String key) {
      this.key = key;
    }

    void add(String file, MarkedName name) {
      members.add(new Member(file, name));
    }

    /** Whether there are files in both languages; one of them may have no mark. */
    boolean isPair() {
      return !sources().isEmpty() && !targets().isEmpty();
    }

    boolean isClear() {
      return sources().size() == 1 && targets().size() == 1;
    }

    List<String> marked() {
      return members.stream().filter(one -> one.name.isMarked()).map(Member::file).toList();
    }

    /** The file that is the source; several if the names do not tell which. */
    List<String> sources() {
      return best(name -> name.isSource(fromEnglish), name -> name.isTranslation(fromEnglish));
    }

    /** The same for the translation. */
    List<String> targets() {
      return best(name -> name.isTranslation(fromEnglish), name -> name.isSource(fromEnglish));
    }

    /** The file with the plain mark, zh or en, if there is one. */
    private List<String> best(Predicate<MarkedName> wanted, Predicate<MarkedName> other) {
      List<Member> files = members.stream().filter(one -> wanted.test(one.name)).toList();
      if (files.isEmpty() && members.stream().anyMatch(one -> other.test(one.name))) {
        return members.stream().filter(one -> !one.name.isMarked()).map(Member::file).toList();
      }
      List<Member> plain = files.stream().filter(one -> one.name.isPlain()).toList();
      return (plain.size() == 1 ? plain : files).stream().map(Member::file).toList();
    }

    /** Whether the texts are in the languages of their marks. */
    boolean hasBothLanguages() {
      String source = sources().get(0);
      String target = targets().get(0);
      return members.stream()
              .filter(one -> one.file.equals(source) || one.file.equals(target))
              .allMatch(this::isInItsLanguage)
          && !language(source).equals(language(target));
    }

    private boolean isInItsLanguage(Member member) {
      @Nullable Lang lang = member.name.lang();
      return lang == null || language(member.file).equals(lang.language());
    }
  }

  /** The language of a text; the name of the file if it cannot be read. */
  private String language(String file) {
    try {
      return reader.readAny(join(file)).document().lang().language();
    } catch (InputException e) {
      return file;
    }
  }

  private void add(Group group) {
    List<String> sources = group.sources();
    List<String> targets = group.targets();
    if (sources.size() > 1 || targets.size() > 1) {
      List<String> all = new ArrayList<>(sources);
      all.addAll(targets);
      put(all.get(0), PairList.Unusable.ambiguous(all.stream().map(this::join).toList()));
      taken.addAll(group.marked());
      return;
    }
    String source = sources.get(0);
    String target = targets.get(0);
    put(source, pair(source, target));
    taken.add(target);
    String pair = "the pair is \"" + join(source) + "\", \"" + join(target) + "\"";
    pairs.put(MarkedName.withoutExtension(group.key), pair);
    for (String file : group.marked()) {
      if (!taken.contains(file)) {
        put(file, alone(file, pair));
      }
    }
  }

  private void put(String file, PairList.Entry entry) {
    found.put(file, entry);
    taken.add(file);
  }

  /** Leaves out another version or format of a text that is in a pair. */
  private void leaveVersion(String file) {
    for (MarkedName name : MarkedName.all(file)) {
      String start = new MarkedName(name.before(), name.mark(), "").key();
      String pair =
          pairs.getOrDefault(
              MarkedName.withoutExtension(name.key()), pairs.getOrDefault(start, ""));
      if (!pair.isEmpty() && !taken.contains(file)) {
        put(file, alone(file, pair));
      }
    }
  }

  private void addByContent(List<String> left) {
    Map<String, String> names = new TreeMap<>();
    left.forEach(name -> names.put(join(name), name));
    ContentPairs.Found texts = ContentPairs.among(List.copyOf(names.keySet()), reader, lexicon);
    texts
        .pairs()
        .forEach(
            (chinese, english) -> {
              String source = names.getOrDefault(fromEnglish ? english : chinese, "");
              String target = names.getOrDefault(fromEnglish ? chinese : english, "");
              put(source, pair(source, target));
              taken.add(target);
            });
    for (String file : texts.bilingual()) {
      String name = names.getOrDefault(file, "");
      put(name, pair(name, name));
    }
    texts
        .alone()
        .forEach(
            (file, reason) -> {
              String name = names.getOrDefault(file, "");
              put(name, alone(name, reason.isEmpty() ? withoutCounterpart(name) : reason));
            });
  }

  private String withoutCounterpart(String file) {
    MarkedName name = MarkedName.of(file);
    if (!name.isMarked()) {
      return "no text is clearly its counterpart, by name or by content";
    }
    String what =
        name.isSource(fromEnglish) ? "there is no translation \"" : "there is no source \"";
    return what + join(name.counterpart()) + '"';
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
