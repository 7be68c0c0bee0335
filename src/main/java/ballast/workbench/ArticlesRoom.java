package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.AlignEvents;
import ballast.app.align.AlignedText;
import ballast.app.align.Article;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.ArticleReading;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.PairFinder;
import ballast.app.align.Pairs;
import ballast.app.project.FolderFiles;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.DiffPage;
import ballast.app.units.MemoryOverview;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import ballast.format.file.OutputFile;
import ballast.memory.Comments;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Arrivals.Arrival;
import ballast.workbench.Arrivals.Next;
import ballast.workbench.Arrivals.Outcome;
import ballast.workbench.ArticlesPage.InFolder;
import ballast.workbench.ArticlesPage.Only;
import ballast.workbench.ArticlesPage.Progress;
import ballast.workbench.ArticlesPage.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The first room: lists the articles of the memory, accepts new ones, and aligns them. */
public final class ArticlesRoom implements AutoCloseable {

  /** Maximum number of articles in the list of places. */
  private static final int MAX_PLACES = 20;

  private final Bench bench;
  private final Shell shell;
  private final KeptCounts counting;
  private final KeptCheck checking;
  private final Arrivals arrivals;
  private final Job<Progress> job;

  /**
   * @param counting and {@code checking} are shared with other rooms; not closed here
   * @param failures receives internal errors of background work
   */
  public ArticlesRoom(
      Bench bench,
      Shell shell,
      KeptCounts counting,
      KeptCheck checking,
      Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.counting = counting;
    this.checking = checking;
    this.arrivals = new Arrivals(bench);
    this.job = new Job<>("aligning", Progress.IDLE, failures);
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.ARTICLES, this::page),
        Route.page("/articles/list", this::list),
        Route.page("/articles/pairs", this::pairs),
        Route.page("/places", this::places),
        Route.upload("/articles/file", this::file),
        Route.change("/articles/align", this::align),
        Route.change("/articles/folder", this::folder),
        shell.route(Room.ARTICLES, "/articles/compare", this::compare),
        Route.change("/articles/decide", this::decide));
  }

  private Answer page(Call call) throws IOException {
    ArticlesPage page = content(call, hasTexts());
    return shell.page(
        call,
        Shell.Page.of(Room.ARTICLES, bench.folderName()).withKeys("z", "Z"),
        (out, words) -> JteArticlesRoomPageGenerated.render(out, null, words, page));
  }

  /** Returns the list alone. The page asks for it while articles are aligned. */
  private Answer list(Call call) throws IOException {
    ArticlesPage page = content(call, /* hasTexts= */ false);
    return Shell.part(call, (out, words) -> JteArticleListGenerated.render(out, null, words, page));
  }

  /** Lists the rooms and articles whose names contain a text, the latest articles first. */
  private Answer places(Call call) throws IOException {
    String text = call.query().text("q").strip().toLowerCase(Locale.ROOT);
    Predicate<String> fits = name -> name.toLowerCase(Locale.ROOT).contains(text);
    Words words = Words.of(call);
    List<Room> rooms =
        Arrays.stream(Room.values()).filter(room -> fits.test(words.say(room.key()))).toList();
    List<String> articles =
        bench.documents().stream()
            .filter(document -> fits.test(document.name()))
            .sorted(Comparator.comparing(DocumentSummary::lastChange).reversed())
            .limit(MAX_PLACES)
            .map(DocumentSummary::name)
            .toList();
    return Shell.part(
        call, (out, say) -> JtePlaceLinksGenerated.render(out, null, say, rooms, articles));
  }

  private Answer file(Call call) {
    try {
      return Answer.text(
          200, arrivals.take(call.query().required("name"), call.file(), Words.of(call)));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private InputException cannotWrite(IOException e) {
    return OutputFile.cannotWrite(bench.workplace().resolve(Arrivals.FOLDER), e);
  }

  private Answer align(Call call) {
    start(arrivals.arrived(call.form().all("file")));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  /** Aligns the pairs of the folder that are not yet in the memory in their present form. */
  private Answer folder(Call call) {
    start(
        new Next(() -> new Pairs.InFolder(".", /* fromEnglish= */ false), isAligned -> List.of()));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  private Answer compare(Call call) throws IOException {
    String id = call.query().required("document");
    ComparedVersions compared = arrivals.compare(id);
    Words in = Words.of(call);
    String file = compared.old().name();
    DiffPage page =
        DiffPage.of(compared.called(List.of(file, in.say("articles.new.version", file))));
    return shell.page(
        call,
        new Shell.Page(
            Room.ARTICLES, file, Room.REVISIONS.styles(), Room.REVISIONS.scripts(), List.of()),
        (out, words) -> JteComparedArrivalGenerated.render(out, null, words, file, page));
  }

  private Answer decide(Call call) throws IOException {
    Parameters form = call.form();
    form.required("file");
    List<String> files = form.all("file");
    try {
      start(
          switch (form.required("choice")) {
            case "replace" -> arrivals.replace(files);
            case "both" -> arrivals.keepBoth(files);
            case "remove" -> arrivals.remove(files);
            default -> throw RefusedException.badRequest("there is no such choice");
          });
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    return list(call);
  }

  private ArticlesPage content(Call call, boolean hasTexts) {
    Job.State<Progress> state = job.state();
    List<Arrival> arriving = List.of();
    List<Row> rows = List.of();
    boolean isCounting = false;
    try {
      arriving = arrivals.all(state.running());
      if (bench.hasMemory()) {
        KeptResult.State<Optional<MemoryOverview.Result>> counts = counting.units();
        isCounting = counts.running();
        rows = rows(counts.value());
      }
    } catch (InputException e) {
      if (!state.running()) { // else the memory is being created
        throw e;
      }
    }
    Only only = Only.named(call.query().text("only"));
    return new ArticlesPage(rows, arriving, hasTexts, state, isCounting, only);
  }

  private List<Row> rows(Optional<MemoryOverview.Result> counts) {
    Map<String, MemoryOverview.Article> counted = new HashMap<>();
    counts.ifPresent(all -> all.articles().forEach(one -> counted.put(one.document(), one)));
    Map<String, Integer> errors = errors();
    try (Memory memory = bench.memory().openForReading()) {
      Comments comments = memory.comments();
      return memory.documents().stream()
          .filter(one -> one.units() > 0 || !isRemoved(memory, one.name()))
          .map(
              one ->
                  new Row(
                      one,
                      counted.get(one.name()),
                      errors.getOrDefault(one.name(), 0),
                      comments.openIn(one.name())))
          .toList();
    }
  }

  /** Whether all units of an article were deleted. */
  private static boolean isRemoved(Memory memory, String document) {
    UnitFilter deleted = UnitFilter.CURRENT.inDocuments(Set.of(document)).onlyDeleted();
    return !memory.units(deleted, "", 1).isEmpty();
  }

  /** Returns the number of known errors in each article. */
  private Map<String, Integer> errors() {
    Map<String, Integer> errors = new HashMap<>();
    try {
      for (KeptCheck.Row row : checking.known().value().rows()) {
        errors.merge(row.document(), row.severity() == Severity.ERROR ? 1 : 0, Integer::sum);
      }
    } catch (InputException e) {
      // The settings are invalid: the room Check gives the reason.
    }
    return errors;
  }

  /** Shows which files of the folder are pairs, and which are left over. */
  private Answer pairs(Call call) throws IOException {
    InFolder found;
    try {
      FolderFiles files = FolderFiles.of(bench.workplace(), "");
      PairFinder finder =
          new PairFinder(bench.workplace(), ArticleReading.DEFAULT, bench.lexicon());
      found = InFolder.of(finder.among(files, "", /* fromEnglish= */ false));
    } catch (InputException e) {
      found = InFolder.impossible(e);
    }
    InFolder shown = found;
    return Shell.part(
        call, (out, words) -> JteFolderPairsGenerated.render(out, null, words, shown));
  }

  private boolean hasTexts() throws IOException {
    try (var files = Files.list(bench.workplace().directory())) {
      return files.anyMatch(file -> !String.valueOf(file.getFileName()).startsWith("."));
    }
  }

  private void start(Next next) {
    Job.State<Progress> before = job.state();
    job.start(
        before.running() ? before.value() : Progress.IDLE,
        show -> {
          Watch watch = new Watch(show, job.state().value().outcomes());
          boolean isAligned = false;
          try {
            isAligned = align(next.pairs().get(), watch) > 0;
          } finally {
            watch.outcomes.addAll(next.end().apply(isAligned));
          }
          return watch.progress();
        });
  }

  private int align(Pairs pairs, Watch watch) {
    if (pairs instanceof Pairs.Found found && found.list().entries().isEmpty()) {
      return 0;
    }
    return new ArticleAlignment(bench.workplace(), watch, watch, bench.lexicon())
        .align(ArticleAlignment.Request.of(pairs).recording(Recording.in(bench.memory())));
  }

  /** Interrupts the current request. The memory keeps every article that was finished. */
  @Override
  public void close() {
    job.close();
  }

  private static final class Watch implements AlignEvents, Notices {

    private final List<Outcome> outcomes;
    private final Consumer<Progress> show;
    private int all;

    /**
     * @param before outcomes of the requests that this one had to wait for
     */
    private Watch(Consumer<Progress> show, List<Outcome> before) {
      this.show = show;
      this.outcomes = new ArrayList<>(before);
    }

    @Override
    public void begins(int pairs) {
      all = progress().done() + pairs;
      show.accept(progress());
    }

    @Override
    public void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {
      AlignedText.Statistics statistics = text.statistics();
      int looks = statistics.doubtful() + statistics.oneSided();
      add(
          "",
          article.document(),
          words -> {
            String units = words.say("articles.recorded", statistics.units(), looks);
            return summary == null || summary.revision() == 1
                ? units
                : words.say("articles.revision", summary.revision(), units);
          });
    }

    @Override
    public void skipped(Article article, Revision revision) {
      add("", article.document(), words -> words.say("articles.finished"));
    }

    @Override
    public void unrelated(Article article, AlignedText text) {
      String reason = text.unrelatedReason();
      add("alert", article.document(), words -> words.phrase(reason));
    }

    @Override
    public void failed(Failure failure) {
      add(
          "alert",
          failure.name(),
          words -> with(words.phrase(failure.hint()), words.phrase(failure.reason())));
    }

    @Override
    public void alone(String file, String reason) {
      add(Outcome.ALONE, file, words -> with(words.phrase(reason), words.say("articles.alone")));
    }

    private static String with(String note, String text) {
      return note.isEmpty() ? text : text + " (" + note + ")";
    }

    private void add(String style, String name, Function<Words, String> text) {
      outcomes.add(new Outcome(style, name, text));
      show.accept(progress());
    }

    @Override
    public void say(String message) {}

    @Override
    public void detail(String message) {}

    @Override
    public void warn(String message) {
      add("alert", "", words -> words.phrase(message));
    }

    Progress progress() {
      return new Progress(all, outcomes);
    }
  }
}
