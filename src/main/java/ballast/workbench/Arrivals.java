package ballast.workbench;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.Article;
import ballast.app.align.ArticleReading;
import ballast.app.align.PairFinder;
import ballast.app.align.PairList;
import ballast.app.align.Pairs;
import ballast.app.project.FolderFiles;
import ballast.app.project.KeptReading;
import ballast.app.project.MarkedName;
import ballast.app.project.Project;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.RevisionComparison;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.app.units.ImportReport;
import ballast.app.units.UnitFileImport;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.format.file.OutputFile;
import ballast.format.file.OwnMark;
import ballast.format.unit.UnitFile;
import ballast.memory.Memory;
import ballast.memory.Revision.Origin;
import ballast.server.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that arrive in {@code tm/articles}. Some wait there for their translation; new versions
 * of files that are there wait for the user's decision. All are found from the folder, so they
 * survive a restart. Nothing is deleted: replaced and removed files are kept. Thread-safe.
 */
final class Arrivals {

  /** The folder of arriving files, relative to the open folder. */
  static final String FOLDER = "tm/articles";

  /** New versions, each in a numbered folder. Hidden, so that they are not taken for articles. */
  private static final String NEW = FOLDER + "/.new";

  /** Replaced and removed files; hidden, too. */
  private static final String OLD = FOLDER + "/.old";

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}/.+");

  private static final Origin NONE = new Origin("", 0, "", "");

  private final Bench bench;
  private final RevisionComparison comparison;
  private final Map<String, KeptReading<Function<Words, String>>> texts = new ConcurrentHashMap<>();

  Arrivals(Bench bench) {
    this.bench = bench;
    this.comparison = new RevisionComparison(bench.workplace(), Notices.NONE);
  }

  /**
   * A row: a file of no article, or new versions of one or both files of an article.
   *
   * @param document "" if they are of no article
   * @param revision number of the revision that new versions would make; 0: the file waits
   */
  record Arrival(String document, int revision, List<Arriving> files) {}

  /**
   * @param id its name in the folder of new versions; of a file that waits, its name
   * @param text what has changed, what it waits for, or why it cannot be read
   */
  record Arriving(String id, String file, Function<Words, String> text) {}

  /**
   * A line about a file or a document.
   *
   * @param style its CSS class; empty for an article of the memory, to which the name is a link
   * @param name "" for a warning
   */
  record Outcome(String style, String name, Function<Words, String> text) {

    static final String ALONE = "soft";

    boolean isArticle() {
      return !style.equals(ALONE) && !name.isEmpty();
    }
  }

  /**
   * What follows from arrivals or from a decision.
   *
   * @param pairs finds the pairs to align; may take long
   * @param end called at the end; told whether any of them was aligned, returns further outcomes
   */
  record Next(Supplier<Pairs> pairs, Function<Boolean, List<Outcome>> end) {}

  /**
   * Takes a file. If another one has its name, both stay until the user decides.
   *
   * @param name as the browser gives it
   * @param content stays
   * @return a message about it, or ""
   * @throws InputException if it cannot be read as an article, or cannot be written
   * @throws RefusedException if the name is not usable
   */
  synchronized String take(String name, Path content, Words words) throws IOException {
    String file = DroppedName.of(FOLDER + "/" + name);
    Path place = inside(file);
    if (UnitFile.isOne(content, file)) {
      return imported(name, content, words);
    }
    if (!ArticleFormat.isOne(file)) {
      throw new InputException(
          "\"" + name + "\" is neither an article nor a file of units",
          "if it is a text, let its name end in .txt");
    }
    read(content, name);
    if (!Files.exists(place)) {
      save(content, place);
      return "";
    }
    if (!Files.isRegularFile(place)) {
      throw RefusedException.conflict("\"" + file + "\" is a folder");
    }
    String same = same(file, place, content);
    if (!same.isEmpty()) {
      return words.say(same, name);
    }
    boolean isAsked =
        versions()
            .filter(id -> file(id).equals(file))
            .anyMatch(id -> haveSameBytes(inside(NEW + "/" + id), content));
    if (!isAsked) {
      save(content, freshVersion(file));
    }
    return "";
  }

  private String imported(String name, Path content, Words words) {
    ImportReport report =
        new UnitFileImport(bench.workplace(), Notices.NONE)
            .run(UnitFileImport.Request.of(bench.memory(), content.toString()))
            .files()
            .get(0);
    if (report.isBroken()) {
      throw new InputException(
          report.error().replace(content.toString(), name), report.damage().hint());
    }
    ImportReport.Counts counts = report.counts();
    long known = counts.merged() + counts.overwritten();
    return words.say("articles.imported", name, counts.added(), known, counts.skipped());
  }

  /** Returns the name of the message that nothing has changed, or "". */
  private String same(String file, Path place, Path content) {
    if (haveSameBytes(place, content)) {
      return "articles.same";
    }
    try {
      return compared(file, content.toString()).hasChanges() ? "" : "articles.same.sentences";
    } catch (InputException e) {
      return ""; // the user decides
    }
  }

  private static boolean haveSameBytes(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void save(Path content, Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (OutputFile out = OutputFile.createPage(file, /* replace= */ false)) {
      Files.copy(content, out.stream());
      out.finish();
      out.publish();
    }
  }

  /**
   * Returns the new versions and the files that wait.
   *
   * @param isAligning whether no file waits, because they are being aligned
   */
  List<Arrival> all(boolean isAligning) {
    Map<Path, Origin> articles = articles();
    List<Arrival> all = new ArrayList<>();
    for (String id : versions().toList()) {
      String file = file(id);
      add(version(id, file), articles.getOrDefault(path(file), NONE), all);
    }
    if (!isAligning) {
      free(articles).forEach(file -> all.add(new Arrival("", 0, List.of(waiting(file)))));
    }
    return all;
  }

  private static void add(Arriving version, Origin article, List<Arrival> all) {
    String document = article.document();
    for (Arrival one : all) {
      if (!document.isEmpty()
          && one.document().equals(document)
          && one.files().stream().noneMatch(file -> file.file().equals(version.file()))) {
        one.files().add(version);
        return;
      }
    }
    all.add(new Arrival(document, article.latest() + 1, new ArrayList<>(List.of(version))));
  }

  private Arriving version(String id, String file) {
    return arriving(
        id,
        file,
        List.of(inside(file), inside(NEW + "/" + id)),
        () -> {
          int changed = compare(id).changed();
          return words -> words.say("articles.changes", file, changed);
        });
  }

  private Arriving waiting(String file) {
    return arriving(
        file,
        file,
        List.of(path(file)),
        () -> {
          String key = "articles.waiting." + language(file);
          return words -> words.say(key);
        });
  }

  private Arriving arriving(
      String id, String file, List<Path> files, Supplier<Function<Words, String>> text) {
    try {
      return new Arriving(
          id,
          file,
          texts.computeIfAbsent(id, key -> new KeptReading<>(() -> files, text)).current());
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage());
      return new Arriving(
          id,
          file,
          words -> {
            String problem = words.phrase(message);
            return id.equals(file) ? problem : words.say("articles.no.comparison", file, problem);
          });
    }
  }

  /**
   * Compares a new version with the file that is there.
   *
   * @throws InputException if they cannot be compared, or the user has decided
   */
  ComparedVersions compare(String id) {
    requireVersion(id);
    return compared(file(id), NEW + "/" + id);
  }

  private ComparedVersions compared(String file, String version) {
    return comparison.compare(
        new RevisionComparison.Files(
            List.of(VersionFile.of(file), new VersionFile(file, version)), /* apart= */ false),
        RevisionComparison.Options.DEFAULT);
  }

  /** Returns {@code zh}, {@code en} or {@code other}. */
  private String language(String file) {
    Lang lang = read(path(file), file).document().lang();
    return lang.isChinese() || lang.isEnglish() ? lang.language() : "other";
  }

  private static ReadText read(Path path, String name) {
    return new DocumentReader(ReaderOptions.DEFAULT).read(path, name);
  }

  /**
   * Aligns what has arrived, and what was waiting for it.
   *
   * @param names as the browser gave them
   */
  Next arrived(List<String> names) {
    return alignment(names.stream().map(name -> DroppedName.of(FOLDER + "/" + name)).toList());
  }

  private Next alignment(List<String> files) {
    return new Next(() -> pairs(files), isAligned -> List.of());
  }

  /**
   * Finds the pairs among the files of no article. Two files that arrived together need no
   * likeness.
   */
  private Pairs pairs(List<String> files) {
    Map<Path, Origin> articles = articles();
    List<String> free = free(articles).toList();
    List<String> arrived = files.stream().filter(free::contains).distinct().toList();
    PairFinder finder = new PairFinder(bench.workplace(), ArticleReading.DEFAULT, bench.lexicon());
    List<String> names = free.stream().map(file -> file.substring(FOLDER.length() + 1)).toList();
    List<PairList.Entry> entries =
        new ArrayList<>(
            finder
                .among(new FolderFiles(names, Map.of(), Map.of()), FOLDER, /* fromEnglish= */ false)
                .entries());
    entries.removeIf(
        entry ->
            entry instanceof PairList.Alone alone
                && (free.size() == 1 || !arrived.contains(alone.file())));
    boolean areAlone =
        arrived.size() == 2
            && entries.stream().filter(PairList.Alone.class::isInstance).count() == 2;
    if (areAlone && !language(arrived.get(0)).equals(language(arrived.get(1)))) {
      List<String> pair = finder.ordered(arrived.get(0), arrived.get(1), Notices.NONE);
      entries.removeIf(entry -> entry instanceof PairList.Alone);
      String document =
          Project.around(bench.workplace().directory()).documentName(path(pair.get(0)));
      entries.add(new PairList.Pair("", new Article(pair.get(0), pair.get(1), document)));
    }
    Set<String> taken = new HashSet<>();
    articles.values().forEach(article -> taken.add(article.document()));
    entries.replaceAll(entry -> withFreeName(entry, taken));
    return new Pairs.Found(new PairList(entries));
  }

  private static PairList.Entry withFreeName(PairList.Entry entry, Set<String> taken) {
    return entry instanceof PairList.Pair pair && taken.contains(pair.article().document())
        ? new PairList.Unusable(
            pair.article().source(),
            new InputException(
                "there is another article with the name \"%s\""
                    .formatted(pair.article().document()),
                "rename the file, and drop it again"))
        : entry;
  }

  /** Puts new versions in the place of the old files, and aligns their article again. */
  synchronized Next replace(List<String> ids) throws IOException {
    ids.forEach(this::requireVersion);
    Map<Path, Origin> articles = articles();
    List<String> files = ids.stream().map(Arrivals::file).toList();
    List<Origin> all = files.stream().map(file -> articles.getOrDefault(path(file), NONE)).toList();
    Origin last =
        all.stream()
            .filter(one -> files.stream().allMatch(List.of(one.source(), one.target())::contains))
            .findFirst()
            .orElse(all.get(0));
    if (all.stream().anyMatch(one -> !one.document().equals(last.document()))) {
      throw RefusedException.badRequest("these files are not of one article");
    }
    Map<String, String> kept = new LinkedHashMap<>();
    for (String id : ids) {
      Path place = inside(file(id));
      kept.put(file(id), Files.exists(place) ? keep(place, file(id)) : "");
      move(inside(NEW + "/" + id), place);
    }
    boolean isArticle = !last.document().isEmpty();
    Article article = new Article(last.source(), last.target(), last.document());
    Supplier<Pairs> pairs =
        isArticle
            ? () -> new Pairs.Found(new PairList(List.of(new PairList.Pair("", article))))
            : () -> pairs(files);
    return new Next(pairs, isAligned -> replaced(kept, isAligned || !isArticle));
  }

  /**
   * @param kept where the old files are, by the names of the new ones; "" if there was none
   * @param isTaken false: puts the old files back
   */
  private List<Outcome> replaced(Map<String, String> kept, boolean isTaken) {
    List<Outcome> told = new ArrayList<>();
    kept.forEach(
        (file, old) -> {
          if (!isTaken) {
            putBack(file, old);
          } else if (!old.isEmpty()) {
            told.add(new Outcome(Outcome.ALONE, file, words -> words.say("articles.kept", old)));
          }
        });
    return told;
  }

  /** Both versions are there at every moment. */
  private synchronized void putBack(String file, String old) {
    Path place = inside(file);
    try {
      save(place, freshVersion(file));
      if (old.isEmpty()) {
        Files.delete(place);
      } else {
        move(inside(old), place);
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(place, e);
    }
  }

  /** Gives new versions names that are free, the same number for both files of an article. */
  synchronized Next keepBoth(List<String> ids) throws IOException {
    ids.forEach(this::requireVersion);
    List<String> files;
    int number = 1;
    do {
      int next = ++number;
      files = ids.stream().map(id -> numbered(file(id), next)).toList();
    } while (files.stream().anyMatch(file -> Files.exists(inside(file))));
    for (int i = 0; i < ids.size(); i++) {
      move(inside(NEW + "/" + ids.get(i)), inside(files.get(i)));
    }
    return alignment(files);
  }

  /** Removes new versions and waiting files; all are kept elsewhere. */
  synchronized Next remove(List<String> names) throws IOException {
    List<String> free = free(articles()).toList();
    List<Outcome> told = new ArrayList<>();
    for (String name : names) {
      boolean isWaiting = free.contains(name);
      if (!isWaiting) {
        requireVersion(name);
      }
      String file = isWaiting ? name : file(name);
      Path path = inside(isWaiting ? name : NEW + "/" + name);
      String kept = keep(path, file);
      Files.delete(path);
      told.add(new Outcome(Outcome.ALONE, file, words -> words.say("articles.removed", kept)));
    }
    return new Next(() -> new Pairs.Found(new PairList(List.of())), isAligned -> told);
  }

  /** Copies a file to where it stays. */
  private String keep(Path path, String file) throws IOException {
    for (int number = 1; ; number++) {
      String kept = OLD + numbered(file, number).substring(FOLDER.length());
      try {
        Path copy = inside(kept);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        return kept;
      } catch (FileAlreadyExistsException e) {
        // An earlier one.
      }
    }
  }

  private void move(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Inserts a number before the language mark, so that both files of an article stay a pair. */
  static String numbered(String file, int number) {
    int name = file.lastIndexOf('/') + 1;
    MarkedName marked = MarkedName.of(file.substring(name));
    String stem = marked.before();
    int end = marked.isMarked() ? stem.length() : MarkedName.withoutExtension(stem).length();
    while (marked.isMarked() && end > 0 && !Character.isLetterOrDigit(stem.charAt(end - 1))) {
      end--;
    }
    int at = name + end;
    return file.substring(0, at) + (end == 0 ? number + "." : "-" + number) + file.substring(at);
  }

  /** Returns the new versions, by number. */
  private Stream<String> versions() {
    return names(NEW)
        .filter(id -> VERSION.matcher(id).matches())
        .sorted(Comparator.comparingInt(id -> Integer.parseInt(id.substring(0, id.indexOf('/')))));
  }

  private void requireVersion(String id) {
    if (versions().noneMatch(id::equals)) {
      throw new InputException(
          "\"" + id + "\" is no longer waiting for a decision", "load the page again");
    }
  }

  private static String file(String id) {
    return FOLDER + id.substring(id.indexOf('/'));
  }

  private Path freshVersion(String file) {
    for (int number = 1; ; number++) {
      String folder = NEW + "/" + number;
      if (!Files.exists(inside(folder))) {
        return inside(folder + file.substring(FOLDER.length()));
      }
    }
  }

  private Stream<String> names(String folder) {
    return Files.isDirectory(bench.workplace().resolve(folder))
        ? FolderFiles.of(bench.workplace(), folder).names().stream().filter(ArticleFormat::isOne)
        : Stream.empty();
  }

  /** Returns the files of no article. */
  private Stream<String> free(Map<Path, Origin> articles) {
    return names(FOLDER)
        .filter(name -> !UnitFile.isOne(name))
        .map(name -> FOLDER + "/" + name)
        .filter(
            file -> {
              Path path = path(file);
              return !articles.containsKey(path) && !OwnMark.isIn(path);
            });
  }

  /** Returns the articles of the memory, by each file that they were aligned from. */
  private Map<Path, Origin> articles() {
    Map<Path, Origin> articles = new HashMap<>();
    if (bench.hasMemory()) {
      try (Memory memory = bench.memory().openForReading()) {
        for (Origin origin : memory.origins()) {
          String source = here(origin.source());
          String target = here(origin.target());
          Origin here = new Origin(origin.document(), origin.latest(), source, target);
          articles.put(path(source), here);
          articles.put(path(target), here);
        }
      }
    }
    return articles;
  }

  /** The file may have been named relative to the root of the project. */
  private String here(String name) {
    Workplace workplace = bench.workplace();
    Path file = Project.around(workplace.directory()).root().resolve(name);
    return Files.exists(path(name)) ? name : workplace.shown(file);
  }

  private Path path(String file) {
    return bench.workplace().resolve(file).normalize();
  }

  /** Returns the file, unless a link on the way leads out of the folder. */
  private Path inside(String relative) {
    Path file = bench.workplace().resolve(relative);
    Path there = file;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = Objects.requireNonNull(there.getParent());
    }
    if (!isInside(there)) {
      throw RefusedException.badRequest("\"" + relative + "\" leads out of this folder");
    }
    if (!there.equals(file) && !Files.isDirectory(there)) {
      throw RefusedException.conflict(
          "\""
              + relative
              + "\" cannot be kept: \""
              + there.getFileName()
              + "\" is a file, not a folder");
    }
    return file;
  }

  private boolean isInside(Path file) {
    try {
      return file.toRealPath().startsWith(bench.workplace().directory().toRealPath());
    } catch (FileSystemException e) {
      return false; // a broken or circular link
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  /** The name of a dropped file: inside the folder of articles, and valid on every system. */
  static final class DroppedName {

    private static final int MAX_DEPTH = 8;

    /**
     * Maximum bytes of a name in UTF-8. File systems accept 255; temporary names need some of them.
     */
    private static final int MAX_BYTES = 200;

    /** Characters that Windows forbids, and invisible characters. */
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\p{Cntrl}\\p{Cf}]");

    private static final Set<String> DEVICES =
        Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    private DroppedName() {}

    /**
     * @param name as the browser gives it: a file, or a path in a dropped folder
     * @return relative, with {@code /} between folders
     * @throws RefusedException if it is not a valid file name
     */
    static String of(String name) {
      List<String> parts = new ArrayList<>();
      for (String part : name.split("[/\\\\]", -1)) {
        if (!part.isEmpty() && !part.equals(".")) {
          parts.add(part(part, name));
        }
      }
      if (parts.isEmpty() || parts.size() > MAX_DEPTH) {
        throw refused(name);
      }
      return String.join("/", parts);
    }

    private static String part(String part, String name) {
      String clean =
          FORBIDDEN
              .matcher(Normalizer.normalize(part, Normalizer.Form.NFC))
              .replaceAll("_")
              .strip();
      int dot = clean.indexOf('.');
      String stem = (dot < 0 ? clean : clean.substring(0, dot)).toLowerCase(Locale.ROOT);
      boolean unusable =
          clean.isEmpty()
              || clean.startsWith(".")
              || clean.endsWith(".")
              || DEVICES.contains(stem)
              || clean.indexOf('\uFFFD') >= 0
              || clean.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
      if (unusable) {
        throw refused(name);
      }
      return clean;
    }

    private static RefusedException refused(String name) {
      return RefusedException.badRequest(
          "\"" + name + "\" cannot be kept under this name: rename the file and drop it again");
    }
  }
}
