package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.AlignEvents;
import ballast.app.align.AlignedText;
import ballast.app.align.Article;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.align.Pairs;
import ballast.app.revisions.ComparedVersions;
import ballast.app.revisions.DiffPage;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.memory.Comments;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Arrivals.Outcome;
import ballast.workbench.ArticlesPage.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first room: lists the articles of the memory, accepts new ones, and aligns them. */
public final class ArticlesRoom implements AutoCloseable {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final Bench bench;
  private final Shell shell;
  private final Arrivals arrivals;
  private final AlignJob job;

  /**
   * @param failures receives internal errors of background work
   */
  public ArticlesRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.arrivals = new Arrivals(bench);
    this.job = new AlignJob(bench, failures);
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.ARTICLES, this::page),
        Route.page("/articles/list", this::list),
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
        Shell.Page.of(Room.ARTICLES, bench.folderName()),
        (out, words) -> JteArticlesRoomPageGenerated.render(out, null, words, page));
  }

  /** Returns the list alone. The page asks for it while articles are aligned. */
  private Answer list(Call call) throws IOException {
    ArticlesPage page = content(call, /* hasTexts= */ false);
    return Shell.part(call, (out, words) -> JteArticleListGenerated.render(out, null, words, page));
  }

  private Answer file(Call call) {
    try {
      Arrivals.Upload upload =
          arrivals.take(call.query().required("name"), call.file(), Words.of(call));
      return Answer.text(upload.isKept() ? OK : ACCEPTED, upload.text());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private InputException cannotWrite(IOException e) {
    return OutputFile.cannotWrite(bench.workplace().resolve(Arrivals.FOLDER), e);
  }

  private Answer align(Call call) {
    job.start(arrivals.arrived(call.form().all("file")));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  /** Aligns the pairs of the folder that are not yet in the memory in their present form. */
  private Answer folder(Call call) {
    job.start(List.of(), () -> new Pairs.InFolder(".", /* fromEnglish= */ false), null);
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
        new Shell.Page(Room.ARTICLES, file, Room.REVISIONS.styles(), Room.REVISIONS.scripts()),
        (out, words) -> JteComparedArrivalGenerated.render(out, null, words, file, page));
  }

  private Answer decide(Call call) throws IOException {
    Parameters form = call.form();
    form.required("file");
    List<String> files = form.all("file");
    try {
      job.start(
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
    State state = job.state();
    try {
      Arrivals.Found arriving = arrivals.found(state.running());
      if (!bench.hasMemory()) {
        return new ArticlesPage(List.of(), arriving, hasTexts, state, Comments.NONE, false);
      }
      boolean onlyOpen = call.query().text("comments").equals("open");
      try (Memory memory = bench.memory().openForReading()) {
        return new ArticlesPage(
            memory.documents(), arriving, hasTexts, state, memory.comments(), onlyOpen);
      }
    } catch (InputException e) {
      if (state.running()) { // the memory is being created
        return new ArticlesPage(
            List.of(), Arrivals.Found.NOTHING, hasTexts, state, Comments.NONE, false);
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

    void start(Arrivals.Next next) {
      start(next.told(), () -> new Pairs.Found(next.pairs().get()), next.undo());
    }

    /**
     * @param told outcomes so far
     * @param undo called instead of telling them if nothing can be aligned; null: none
     */
    void start(List<Outcome> told, Supplier<Pairs> pairs, @Nullable Runnable undo) {
      State before = state();
      job.start(
          before.running() ? before : State.IDLE,
          show -> {
            Watch watch = new Watch(show, state().outcomes());
            boolean isDone = undo == null;
            try {
              isDone |= align(pairs.get(), watch) > 0;
            } finally {
              if (!isDone && undo != null) {
                undo.run();
              }
            }
            if (isDone) {
              watch.outcomes.addAll(told);
            }
            return watch.state();
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
      private final List<String> warnings = new ArrayList<>();
      private final Consumer<State> show;
      private int all;

      /**
       * @param before outcomes of the requests that this one had to wait for
       */
      private Watch(Consumer<State> show, List<Outcome> before) {
        this.show = show;
        this.outcomes = new ArrayList<>(before);
      }

      @Override
      public void begins(int pairs) {
        all = (int) state().done() + pairs;
        show.accept(state());
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
            },
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
}
