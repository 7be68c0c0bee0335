package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.PairList.TakenPairs;
import ballast.app.project.FolderFiles;
import ballast.app.project.MarkedName;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.file.OwnMark;
import ballast.format.table.ColumnRole;
import ballast.format.unit.UnitFile;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles and their translations in a list, or by the names and content of files, and
 * decides which of two files is the source.
 */
public final class PairFinder {

  private final Workplace workplace;
  private final ArticleReading reading;
  private final Lexicon lexicon;

  /**
   * @param reading how to read texts whose names do not show their language
   * @param lexicon stays open
   */
  public PairFinder(Workplace workplace, ArticleReading reading, Lexicon lexicon) {
    this.workplace = workplace;
    this.reading = reading;
    this.lexicon = lexicon;
  }

  /**
   * Reads a list of pairs. A faulty row becomes a {@link PairList.Unusable}.
   *
   * @throws InputException if the list cannot be read or has no row
   */
  public static PairList listed(Workplace workplace, String file) {
    return new PairListFile(workplace, file).read();
  }

  /** Finds the pairs of a folder, and the texts that are in none. */
  PairList inFolder(String folder, boolean fromEnglish) {
    return new PairFolder(folder, fromEnglish).find();
  }

  /** Finds the files of the same name in two folders, and those that only one has. */
  PairList between(String sources, String targets) {
    return new TwoFolders(sources, targets).pairs();
  }

  /** Finds the pairs, perhaps none, among files already listed, and the texts that are in none. */
  public PairList among(FolderFiles files, String folder, boolean fromEnglish) {
    return new PairFolder(folder, fromEnglish).among(files);
  }

  /**
   * Returns two files, the source first: the Chinese text, or the English one if the reading
   * options say so. Reports a swap.
   */
  public List<String> ordered(String first, String second, Notices notices) {
    @Nullable Lang from = reading.source().lang();
    boolean fromEnglish = from != null && from.isEnglish();
    String chinese = fromEnglish ? second : first;
    String english = fromEnglish ? first : second;
    boolean named = MarkedName.of(chinese).isChinese() && MarkedName.of(english).isEnglish();
    if (named || first.equals(second) || !isFile(first) || !isFile(second)) {
      return List.of(first, second);
    }
    boolean known = from == null || from.isEnglish() || from.isChinese();
    Lang one = language(first);
    Lang other = language(second);
    if (!known || one == null || other == null) {
      return List.of(first, second);
    }
    boolean swapped =
        fromEnglish ? one.isChinese() && other.isEnglish() : one.isEnglish() && other.isChinese();
    if (!swapped) {
      return List.of(first, second);
    }
    notices.say(
        "\"%s\" is %s: took \"%s\" as the source%s"
            .formatted(
                first,
                fromEnglish ? "Chinese" : "English",
                second,
                fromEnglish ? "" : "; --from en makes the English text the source"));
    return List.of(second, first);
  }

  /** A pipe can be read only once. */
  private boolean isFile(String name) {
    return !name.equals("-") && Files.isRegularFile(workplace.resolve(name));
  }

  private @Nullable Lang language(String file) {
    try {
      return new ArticleReader(workplace, reading).readAny(file).document().lang();
    } catch (InputException e) {
      return null; // the later reader reports the reason
    }
  }

  /**
   * Reads a list of pairs: {@code source TAB target [TAB document]} per line, UTF-8 with or without
   * a byte order mark. A first line may name the columns. Blank lines and lines that begin with
   * {@code #} are comments. Names are relative to the list's folder, so that the list and its
   * articles can be moved together.
   */
  private static final class PairListFile {

    private static final int MAX_CELLS = 3;

    private static final Set<ColumnRole> SOURCES =
        Set.of(ColumnRole.SOURCE, ColumnRole.SOURCE_TEXT);

    private final Workplace workplace;
    private final Project project;
    private final String name;
    private final TakenPairs taken = new TakenPairs("the third column");

    PairListFile(Workplace workplace, String name) {
      this.workplace = workplace;
      this.project = Project.around(workplace.directory());
      this.name = name;
    }

    PairList read() {
      List<PairList.Entry> entries = new ArrayList<>();
      int number = 0;
      for (String line : text().lines().toList()) {
        number++;
        if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
          if (!entries.isEmpty() || !isHead(line)) {
            entries.add(entry(name + ":" + number, line));
          }
        }
      }
      if (entries.isEmpty()) {
        throw new InputException(
            "the list \"" + name + "\" names no pairs",
            "write one per line: SOURCE, a tab, TARGET, optionally a tab and the document's name");
      }
      return new PairList(entries);
    }

    /** Whether a line names the columns: source, target and optionally document. */
    private static boolean isHead(String line) {
      List<Optional<ColumnRole>> roles =
          Arrays.stream(line.split("\t")).map(ColumnRole::of).toList();
      return roles.size() > 1
          && roles.get(0).filter(SOURCES::contains).isPresent()
          && roles.get(1).equals(Optional.of(ColumnRole.TARGET_TEXT));
    }

    private String text() {
      Path file = workplace.resolve(name);
      if (Files.isDirectory(file)) {
        throw new InputException(
            "cannot read the list \"" + name + "\": it is a folder",
            "leave --pairs out to align a folder");
      }
      if (!Files.exists(file)) {
        throw new InputException(
            "cannot read the list \"" + name + "\": the file does not exist",
            "check the name and the folder");
      }
      try {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        String text = UTF_8.newDecoder().decode(bytes).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        throw new InputException(
            "cannot read the list \"" + name + "\": it is not UTF-8", "save it as UTF-8", e);
      } catch (IOException e) {
        throw new InputException(
            "cannot read the list \"" + name + "\": " + e.getMessage(),
            "check who may read the file",
            e);
      }
    }

    private PairList.Entry entry(String place, String line) {
      try {
        return pair(place, line);
      } catch (InputException e) {
        return new PairList.Unusable(
            place, new InputException(place + ": " + e.getMessage(), e.hint(), e));
      }
    }

    private PairList.Pair pair(String place, String line) {
      List<String> cells = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
      long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
      if (cells.size() < 2 || cells.get(0).isEmpty() || cells.get(1).isEmpty()) {
        throw new InputException(
            filled < 2 ? "there is one column, not two" : "the source or the target is missing",
            "write SOURCE, a tab, TARGET; spaces and commas do not separate columns");
      }
      if (cells.stream().skip(MAX_CELLS).anyMatch(cell -> !cell.isEmpty())) {
        throw new InputException(
            "there are " + cells.size() + " columns, at most three are allowed",
            "write SOURCE, TARGET and the document's name");
      }
      if (cells.get(0).equals("-") || cells.get(1).equals("-")) {
        throw new InputException("standard input cannot be in a list", "name a file");
      }
      Path source = file(cells.get(0));
      Path target = file(cells.get(1));
      String document = cells.size() < MAX_CELLS ? "" : cells.get(2);
      if (document.isEmpty()) {
        document = project.documentName(source);
      }
      taken.take(place, List.of(source, target), document);
      return new PairList.Pair(
          place, new Article(shown(cells.get(0)), shown(cells.get(1)), document));
    }

    private Path file(String cell) {
      return workplace.resolve(shown(cell)).normalize();
    }

    private String shown(String cell) {
      int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
      boolean absolute = workplace.resolve(cell).equals(Path.of(cell));
      return absolute ? cell : name.substring(0, cut) + cell;
    }
  }

  /**
   * Finds the pairs in a folder and its subfolders. File names of a pair differ only in their
   * language mark ({@link MarkedName}), or one has a mark and the other none ({@code README.zh.md},
   * {@code README.md}). Files of different formats are a pair if neither has a counterpart in its
   * own format. The remaining texts are paired by content ({@link ContentPairs}).
   */
  private final class PairFolder {

    /** Maximum files without a counterpart in one message. */
    private static final int MAX_NAMED = 5;

    /** Maximum marks tried per name. */
    private static final int MAX_MARKS = 8;

    private final ArticleReader reader = new ArticleReader(workplace, reading);
    private final Project project = Project.around(workplace.directory());
    private final String folder;
    private final boolean fromEnglish;
    private final Map<String, PairList.Entry> found = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A memory and the files that SQLite keeps next to it. */
    private static final Pattern MEMORY = Pattern.compile(".*\\.db(-wal|-shm)?");

    private final List<String> others = new ArrayList<>();
    private final Map<String, String> documents = new HashMap<>();

    /** The pairs, by file name without mark and extension. */
    private final Map<String, String> pairs = new HashMap<>();

    PairFolder(String folder, boolean fromEnglish) {
      this.folder = folder;
      this.fromEnglish = fromEnglish;
    }

    PairList find() {
      PairList list = among(FolderFiles.of(workplace, folder));
      if (list.size() == 0) {
        throw noPairs(list.entries());
      }
      return list;
    }

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

    /** Adds the pairs of names with any mark whose texts are in the languages of their marks. */
    private void addLikely(List<String> names, UnaryOperator<String> key) {
      Map<String, Group> groups = new LinkedHashMap<>();
      for (int rank = 0; rank < MAX_MARKS; rank++) {
        for (String file : names) {
          MarkedName.all(file).stream()
              .skip(rank)
              .limit(1)
              .forEach(
                  name ->
                      groups.computeIfAbsent(key.apply(name.key()), Group::new).add(file, name));
        }
      }
      for (Group group : groups.values()) {
        group.members.removeIf(member -> taken.contains(member.file));
        if (group.isPair() && group.isClear() && group.hasBothLanguages()) {
          add(group);
        }
      }
    }

    /** Files whose names differ only in their language mark. */
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

      boolean isPair() {
        return !sources().isEmpty() && !targets().isEmpty();
      }

      boolean isClear() {
        return sources().size() == 1 && targets().size() == 1;
      }

      List<String> marked() {
        return members.stream().filter(one -> one.name.isMarked()).map(Member::file).toList();
      }

      /** Returns the source file, or several if the names do not decide. */
      List<String> sources() {
        return best(name -> name.isSource(fromEnglish), name -> name.isTranslation(fromEnglish));
      }

      List<String> targets() {
        return best(name -> name.isTranslation(fromEnglish), name -> name.isSource(fromEnglish));
      }

      private List<String> best(Predicate<MarkedName> wanted, Predicate<MarkedName> other) {
        List<Member> files = members.stream().filter(one -> wanted.test(one.name)).toList();
        if (files.isEmpty() && members.stream().anyMatch(one -> other.test(one.name))) {
          return members.stream().filter(one -> !one.name.isMarked()).map(Member::file).toList();
        }
        List<Member> plain = files.stream().filter(one -> one.name.isPlain()).toList();
        return (plain.size() == 1 ? plain : files).stream().map(Member::file).toList();
      }

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

    /** Returns the language of a text, or the file name if it cannot be read. */
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

    /** Skips another version or format of a text that is in a pair. */
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
      boolean here = folder.equals(".") && !name.startsWith("-");
      return here ? name : FolderFiles.join(folder, name);
    }
  }

  /**
   * Pairs the articles of a source folder with those of the same name in a translation folder,
   * ignoring language marks and extensions. Texts without a counterpart by name are paired by
   * content.
   */
  private final class TwoFolders {

    private final ArticleReader reader = new ArticleReader(workplace, reading);
    private final Project project = Project.around(workplace.directory());
    private final String sourceFolder;
    private final String targetFolder;
    private final List<PairList.Entry> entries = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** Files without a counterpart by name, with the reason. */
    private final Map<String, String> lone = new LinkedHashMap<>();

    TwoFolders(String sources, String targets) {
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
              (name, why) ->
                  entries.add(new PairList.Unusable(FolderFiles.join(folder, name), why)));
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
        lone.put(
            sources.get(0), "there is no translation of this name in \"" + targetFolder + "\"");
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
}
