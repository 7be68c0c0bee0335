package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.AlignEvents;
import ballast.app.align.AlignedText;
import ballast.app.align.Article;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.Pairs;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.ArticlesPage.Outcome;
import ballast.workbench.ArticlesPage.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first room: lists the articles of the memory, accepts new ones, and aligns them. */
public final class ArticlesRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final DroppedFiles dropped;
  private final AlignJob job;

  /**
   * @param failures receives internal errors of background work
   */
  public ArticlesRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.dropped = new DroppedFiles(bench);
    this.job = new AlignJob(bench, failures);
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.ARTICLES, this::page),
        Route.page("/articles/list", this::list),
        Route.upload("/articles/file", this::file),
        Route.change("/articles/align", this::align),
        Route.change("/articles/folder", this::folder));
  }

  private Answer page(Call call) throws IOException {
    ArticlesPage page = new ArticlesPage(documents(), hasTexts(), job.state());
    return shell.page(
        call,
        Shell.Page.of(Room.ARTICLES, bench.folderName()),
        (out, words) -> JteArticlesRoomPageGenerated.render(out, null, words, page));
  }

  /** Returns the list alone. The page asks for it while articles are aligned. */
  private Answer list(Call call) throws IOException {
    ArticlesPage page = new ArticlesPage(documents(), /* hasTexts= */ false, job.state());
    return Shell.part(call, (out, words) -> JteArticleListGenerated.render(out, null, words, page));
  }

  private Answer file(Call call) throws IOException {
    return Answer.text(200, dropped.keep(call.query().required("name"), call.file()));
  }

  private Answer align(Call call) throws IOException {
    List<String> files = call.form().all("file");
    for (String file : files) {
      dropped.requireKept(file);
    }
    job.start(DroppedFiles.pairs(files));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  /** Aligns the pairs of the folder that are not yet in the memory in their present form. */
  private Answer folder(Call call) {
    job.start(new Pairs.InFolder(".", /* fromEnglish= */ false));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  private List<DocumentSummary> documents() {
    if (!bench.hasMemory()) {
      return List.of();
    }
    try (Memory memory = bench.memory().openForReading()) {
      return memory.documents();
    } catch (InputException e) {
      if (job.state().running()) {
        return List.of(); // it is being created
      }
      throw e;
    }
  }

  private boolean hasTexts() throws IOException {
    try (var files = Files.list(bench.workplace().directory())) {
      return files.anyMatch(ArticlesRoom::isVisible);
    }
  }

  private static boolean isVisible(Path file) {
    return !String.valueOf(file.getFileName()).startsWith(".");
  }

  @Override
  public void close() {
    job.close();
  }

  /** Keeps dropped files in {@code tm/articles}. */
  private static final class DroppedFiles {

    /** The folder of dropped files, relative to the open folder. */
    static final String FOLDER = "tm/articles";

    private final Bench bench;

    DroppedFiles(Bench bench) {
      this.bench = bench;
    }

    /**
     * Keeps a file. An existing file with the same content stays.
     *
     * @param name name given by the browser
     * @param content a file, which stays
     * @return its name, relative to the open folder
     * @throws RefusedException if another file has this name, or it is not a valid name
     * @throws InputException if it cannot be written
     */
    String keep(String name, Path content) throws IOException {
      String relative = DroppedName.of(FOLDER + "/" + name);
      Path file = inside(relative);
      if (Files.exists(file)) {
        if (Files.isRegularFile(file) && Files.mismatch(file, content) < 0) {
          return relative;
        }
        throw RefusedException.conflict(
            "\""
                + relative
                + "\" is there already, with another content. Rename the file that you drop; or, if"
                + " it is a new version of the article, replace the one in the folder yourself");
      }
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      try (OutputFile out = OutputFile.createPage(file, /* replace= */ false)) {
        Files.copy(content, out.stream());
        out.finish();
        out.publish();
      }
      return relative;
    }

    /**
     * Requires a name returned by {@link #keep}.
     *
     * @throws RefusedException if it is another name
     */
    void requireKept(String file) throws IOException {
      if (!file.startsWith(FOLDER + "/") || !file.equals(DroppedName.of(file))) {
        throw RefusedException.badRequest("\"" + file + "\" was not dropped here");
      }
      inside(file);
    }

    /** Returns the file, unless a link on the way leads out of the folder. */
    private Path inside(String relative) throws IOException {
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

    private boolean isInside(Path file) throws IOException {
      try {
        return file.toRealPath().startsWith(bench.workplace().directory().toRealPath());
      } catch (FileSystemException e) {
        return false; // a broken or circular link
      }
    }

    /**
     * Returns the articles among files that were dropped together.
     *
     * @param files names returned by {@link #keep}
     */
    static Pairs pairs(List<String> files) {
      if (files.size() != 2) {
        return new Pairs.InFolder(FOLDER, /* fromEnglish= */ false);
      }
      return new Pairs.One(files.get(0), files.get(1), /* document= */ "");
    }
  }

  private static final class AlignJob implements AutoCloseable {

    private final Bench bench;
    private final Job<State> job;

    AlignJob(Bench bench, Consumer<Throwable> failures) {
      this.bench = bench;
      this.job = new Job<>("aligning", State.IDLE, failures);
    }

    State state() {
      Job.State<State> now = job.state();
      State value = now.value();
      return new State(now.running(), value.all(), value.outcomes(), value.warnings(), now.error());
    }

    void start(Pairs pairs) {
      job.start(
          State.IDLE,
          show -> {
            Watch watch = new Watch(show);
            ArticleAlignment.Request request =
                ArticleAlignment.Request.of(pairs).recording(Recording.in(bench.memory()));
            new ArticleAlignment(bench.workplace(), watch, watch, bench.lexicon()).align(request);
            return watch.state();
          });
    }

    /** Interrupts the current request. The memory keeps every article that was finished. */
    @Override
    public void close() {
      job.close();
    }

    private static final class Watch implements AlignEvents, Notices {

      private final List<Outcome> outcomes = new ArrayList<>();
      private final List<String> warnings = new ArrayList<>();
      private final Consumer<State> show;
      private int all;

      private Watch(Consumer<State> show) {
        this.show = show;
      }

      @Override
      public void begins(int pairs) {
        all = pairs;
        show.accept(state());
      }

      @Override
      public void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {
        AlignedText.Statistics statistics = text.statistics();
        int looks = statistics.doubtful() + statistics.oneSided();
        add(
            "",
            article.document(),
            words -> words.say("articles.recorded", statistics.units(), looks),
            "");
      }

      @Override
      public void skipped(Article article, Revision revision) {
        add("", article.document(), words -> words.say("articles.finished"), "");
      }

      @Override
      public void unrelated(Article article, AlignedText text) {
        String reason = text.unrelatedReason();
        add("alert", article.document(), words -> reason, "");
      }

      @Override
      public void failed(Failure failure) {
        add("alert", failure.name(), words -> failure.reason(), failure.hint());
      }

      @Override
      public void alone(String file, String reason) {
        add(Outcome.ALONE, file, words -> words.say("articles.alone"), reason);
      }

      private void add(String style, String name, Function<Words, String> text, String note) {
        outcomes.add(new Outcome(style, name, text, note));
        show.accept(state());
      }

      @Override
      public void say(String message) {}

      @Override
      public void detail(String message) {}

      @Override
      public void warn(String message) {
        warnings.add(message);
      }

      State state() {
        return new State(true, all, outcomes, warnings, "");
      }
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
