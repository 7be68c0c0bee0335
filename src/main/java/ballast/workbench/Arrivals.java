package ballast.workbench;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.Article;
import ballast.app.align.ArticleReading;
import ballast.app.align.PairFinder;
import ballast.app.align.PairList;
import ballast.app.project.FolderFiles;
import ballast.app.project.KeptReading;
import ballast.app.project.MarkedName;
import ballast.app.project.Project;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.RevisionComparison;
import ballast.app.revisions.VersionFile;
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
import ballast.memory.Revision;
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
import org.jspecify.annotations.Nullable;

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

  private final Bench bench;
  private final RevisionComparison comparison;
  private final Map<String, KeptReading<Integer>> changes = new ConcurrentHashMap<>();
  private final Map<String, KeptReading<String>> languages = new ConcurrentHashMap<>();

  Arrivals(Bench bench) {
    this.bench = bench;
    this.comparison = new RevisionComparison(bench.workplace(), Notices.NONE);
  }

  /**
   * The end of an upload.
   *
   * @param isKept whether it is a new file of the folder, to be aligned
   * @param text its name in the folder if it is, else a message or ""
   */
  record Upload(boolean isKept, String text) {}

  /** What was found in the folder. */
  record Found(List<Question> questions, List<Waiting> waiting) {

    static final Found NOTHING = new Found(List.of(), List.of());

    boolean isEmpty() {
      return questions.isEmpty() && waiting.isEmpty();
    }
  }

  /**
   * New versions of one or both files of an article.
   *
   * @param document "" if the old file is of no article
   * @param revision number of the revision that they would make
   */
  record Question(String document, int revision, List<Version> versions) {}

  /**
   * @param id its name in the folder of new versions
   * @param changed number of sentences that differ from the file that is there
   * @param problem why they cannot be compared, else ""
   */
  record Version(String id, String file, int changed, String problem) {}

  /**
   * A file of no article.
   *
   * @param language {@code zh}, {@code en} or {@code other}
   * @param problem why it cannot be read, else ""
   */
  record Waiting(String file, String language, String problem) {}

  /**
   * A line about a file or a document.
   *
   * @param style its CSS class; empty for an article of the memory, to which the name is a link
   * @param note for parentheses; may be empty
   */
  record Outcome(String style, String name, Function<Words, String> text, String note) {

    static final String ALONE = "soft";

    /** Returns an outcome that is no article's. */
    static Outcome said(String name, Function<Words, String> text) {
      return new Outcome(ALONE, name, text, "");
    }

    boolean isArticle() {
      return !style.equals(ALONE);
    }
  }

  /**
   * What follows from arrivals or from a decision.
   *
   * @param told outcomes so far
   * @param pairs finds the pairs to align; may take long
   * @param undo called if none of them can be aligned; null: none
   */
  record Next(List<Outcome> told, Supplier<PairList> pairs, @Nullable Runnable undo) {}

  /**
   * Takes a file. If another one has its name, both stay until the user decides.
   *
   * @param name as the browser gives it
   * @param content stays
   * @throws InputException if it cannot be read as an article, or cannot be written
   * @throws RefusedException if the name is not usable
   */
  synchronized Upload take(String name, Path content, Words words) throws IOException {
    String file = DroppedName.of(FOLDER + "/" + name);
    Path place = inside(file);
    if (UnitFile.isOne(content, file)) {
      return new Upload(/* isKept= */ false, imported(name, content, words));
    }
    if (!ArticleFormat.isOne(file)) {
      throw new InputException(
          "\"" + name + "\" is neither an article nor a file of units",
          "if it is a text, let its name end in .txt");
    }
    read(content, name);
    if (!Files.exists(place)) {
      save(content, place);
      return new Upload(/* isKept= */ true, file);
    }
    if (!Files.isRegularFile(place)) {
      throw RefusedException.conflict("\"" + file + "\" is a folder");
    }
    String same = same(file, place, content);
    if (!same.isEmpty()) {
      return new Upload(/* isKept= */ false, words.say(same, name));
    }
    boolean isAsked =
        versions()
            .filter(id -> file(id).equals(file))
            .anyMatch(id -> haveSameBytes(inside(NEW + "/" + id), content));
    if (!isAsked) {
      save(content, freshVersion(file));
    }
    return new Upload(/* isKept= */ false, "");
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
   * @param isAligning whether no file waits, because they are being aligned
   */
  Found found(boolean isAligning) {
    Map<Path, Aligned> articles = articles();
    return new Found(
        questions(articles), isAligning ? List.of() : free(articles).map(this::waiting).toList());
  }

  private List<Question> questions(Map<Path, Aligned> articles) {
    List<Question> questions = new ArrayList<>();
    for (String id : versions().toList()) {
      Version version = version(id);
      Aligned aligned = articles.getOrDefault(path(version.file()), Aligned.NONE);
      String document = aligned.article().document();
      questions.stream()
          .filter(one -> !document.isEmpty() && one.document().equals(document))
          .filter(one -> one.versions().stream().noneMatch(v -> v.file().equals(version.file())))
          .findFirst()
          .orElseGet(
              () -> {
                questions.add(new Question(document, aligned.revision() + 1, new ArrayList<>()));
                return questions.get(questions.size() - 1);
              })
          .versions()
          .add(version);
    }
    return questions;
  }

  private Version version(String id) {
    String file = file(id);
    try {
      Supplier<List<Path>> files = () -> List.of(inside(file), inside(NEW + "/" + id));
      Supplier<Integer> count = () -> compare(id).changed();
      KeptReading<Integer> reading =
          changes.computeIfAbsent(id, key -> new KeptReading<>(files, count));
      return new Version(id, file, reading.current(), "");
    } catch (InputException e) {
      return new Version(id, file, 0, String.valueOf(e.getMessage()));
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

  private Waiting waiting(String file) {
    try {
      return new Waiting(file, language(file), "");
    } catch (InputException e) {
      return new Waiting(file, "other", String.valueOf(e.getMessage()));
    }
  }

  private String language(String file) {
    return languages
        .computeIfAbsent(
            file,
            key ->
                new KeptReading<>(
                    () -> List.of(path(file)),
                    () -> {
                      Lang lang = read(path(file), file).document().lang();
                      return lang.isChinese() || lang.isEnglish() ? lang.language() : "other";
                    }))
        .current();
  }

  private static ReadText read(Path path, String name) {
    return new DocumentReader(ReaderOptions.DEFAULT).read(path, name);
  }

  /** Aligns what has arrived, and what was waiting for it. */
  Next arrived(List<String> files) {
    return new Next(List.of(), () -> pairs(files), null);
  }

  /**
   * Finds the pairs among the files of no article. Two files that arrived together need no
   * likeness.
   */
  private PairList pairs(List<String> arrived) {
    Map<Path, Aligned> articles = articles();
    List<String> free = free(articles).toList();
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
    if (arrived.size() == 2 && areLeft(arrived, entries)) {
      List<String> pair = finder.ordered(arrived.get(0), arrived.get(1), Notices.NONE);
      entries.removeIf(entry -> entry instanceof PairList.Alone);
      String document =
          Project.around(bench.workplace().directory()).documentName(path(pair.get(0)));
      entries.add(new PairList.Pair("", new Article(pair.get(0), pair.get(1), document)));
    }
    Set<String> taken = new HashSet<>();
    articles.values().forEach(aligned -> taken.add(aligned.article().document()));
    entries.replaceAll(entry -> withFreeName(entry, taken));
    return new PairList(entries);
  }

  private boolean areLeft(List<String> files, List<PairList.Entry> entries) {
    Set<String> alone = new HashSet<>();
    for (PairList.Entry entry : entries) {
      if (entry instanceof PairList.Alone one) {
        alone.add(one.file());
      }
    }
    return alone.containsAll(files) && !language(files.get(0)).equals(language(files.get(1)));
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
    Map<Path, Aligned> articles = articles();
    List<String> files = ids.stream().map(Arrivals::file).toList();
    List<Article> all =
        files.stream()
            .map(file -> articles.getOrDefault(path(file), Aligned.NONE).article())
            .toList();
    Article article =
        all.stream()
            .filter(one -> files.stream().allMatch(List.of(one.source(), one.target())::contains))
            .findFirst()
            .orElse(all.get(0));
    if (all.stream().anyMatch(one -> !one.document().equals(article.document()))) {
      throw RefusedException.badRequest("these files are not of one article");
    }
    List<Outcome> told = new ArrayList<>();
    List<Replaced> replaced = new ArrayList<>();
    for (String id : ids) {
      Path place = inside(file(id));
      String old = Files.exists(place) ? keep(place, file(id)) : "";
      move(inside(NEW + "/" + id), place);
      replaced.add(new Replaced(file(id), old));
      if (!old.isEmpty()) {
        told.add(Outcome.said(file(id), words -> words.say("articles.kept", old)));
      }
    }
    return article.document().isEmpty()
        ? new Next(told, () -> pairs(files), null)
        : new Next(
            told,
            () -> new PairList(List.of(new PairList.Pair("", article))),
            () -> replaced.forEach(this::putBack));
  }

  /**
   * @param old where the old file was kept, or "" if there was none
   */
  private record Replaced(String file, String old) {}

  /** Both versions are there at every moment. */
  private synchronized void putBack(Replaced replaced) {
    Path place = inside(replaced.file());
    try {
      Files.copy(place, freshVersion(replaced.file()));
      if (replaced.old().isEmpty()) {
        Files.delete(place);
      } else {
        move(inside(replaced.old()), place);
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(place, e);
    }
  }

  /** Gives new versions names that are free, the same number for both files of an article. */
  synchronized Next keepBoth(List<String> ids) throws IOException {
    ids.forEach(this::requireVersion);
    List<String> files = List.of();
    for (int number = 2; files.isEmpty() || files.stream().anyMatch(this::exists); number++) {
      int next = number;
      files = ids.stream().map(id -> numbered(file(id), next)).toList();
    }
    for (int i = 0; i < ids.size(); i++) {
      move(inside(NEW + "/" + ids.get(i)), inside(files.get(i)));
    }
    return arrived(files);
  }

  private boolean exists(String file) {
    return Files.exists(inside(file));
  }

  /** Removes new versions and waiting files, all of which are kept elsewhere. */
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
      told.add(Outcome.said(file, words -> words.say("articles.removed", kept)));
    }
    return new Next(told, () -> new PairList(List.of()), null);
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

  private Path freshVersion(String file) throws IOException {
    for (int number = 1; ; number++) {
      String folder = NEW + "/" + number;
      if (!Files.exists(inside(folder))) {
        Path version = inside(folder + file.substring(FOLDER.length()));
        Files.createDirectories(Objects.requireNonNull(version.getParent()));
        return version;
      }
    }
  }

  private Stream<String> names(String folder) {
    return Files.isDirectory(bench.workplace().resolve(folder))
        ? FolderFiles.of(bench.workplace(), folder).names().stream().filter(ArticleFormat::isOne)
        : Stream.empty();
  }

  /** Returns the files of no article. */
  private Stream<String> free(Map<Path, Aligned> articles) {
    return names(FOLDER)
        .filter(name -> !UnitFile.isOne(name))
        .map(name -> FOLDER + "/" + name)
        .filter(
            file -> {
              Path path = path(file);
              return !articles.containsKey(path) && !OwnMark.isIn(path);
            });
  }

  /**
   * @param article the files that it was last aligned from, of those with the file in question
   * @param revision number of its latest revision
   */
  private record Aligned(Article article, int revision) {

    static final Aligned NONE = new Aligned(new Article("", "", ""), 0);
  }

  /** Returns the articles of the memory, by each file that they were aligned from. */
  private Map<Path, Aligned> articles() {
    Map<Path, Aligned> articles = new HashMap<>();
    if (!bench.hasMemory()) {
      return articles;
    }
    List<Revision.Origin> origins;
    try (Memory memory = bench.memory().openForReading()) {
      origins = memory.origins();
    }
    Map<String, Integer> revisions = new HashMap<>();
    origins.forEach(origin -> revisions.put(origin.document(), origin.number()));
    for (Revision.Origin origin : origins) {
      String source = here(origin.source());
      String target = here(origin.target());
      Article article = new Article(source, target, origin.document());
      Aligned aligned = new Aligned(article, revisions.getOrDefault(origin.document(), 0));
      articles.put(path(source), aligned);
      articles.put(path(target), aligned);
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
