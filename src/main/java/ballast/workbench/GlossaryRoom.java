package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.PairSource;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.glossary.TermEdits;
import ballast.app.glossary.TermMining;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint.LintFinding;
import ballast.memory.Memory;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.GlossaryPage.Judged;
import ballast.workbench.GlossaryPage.Proposed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The room of the glossary: lists its entries, and adds mined terms. */
public final class GlossaryRoom implements AutoCloseable {

  private static final String CHANGED = "glossary-changed";

  /** Kinds of commands that add to the memory. */
  private static final Set<String> GROWING = Set.of("aligned", "imported");

  /** Number of commands among which one is looked for. */
  private static final int RECENT = 100;

  private final Bench bench;
  private final Shell shell;
  private final Judging judging;
  private final Mining mining;
  private final TermEdits addition;
  private final FileChanges changes;

  /**
   * @param failures receives internal errors of background work
   */
  GlossaryRoom(Bench bench, Shell shell, FileChanges changes, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.judging = new Judging(bench, failures);
    this.mining = new Mining(bench, failures);
    this.changes = changes;
    this.addition = new TermEdits(bench.workplace());
  }

  public List<Route> routes() {
    return List.of(
        Route.page(Room.GLOSSARY.path(), this::page),
        Route.page("/glossary/counting", this::counting),
        Route.page("/glossary/candidates", this::candidates),
        Route.change("/glossary/mine", this::mine),
        Route.change("/glossary/accept", this::accept),
        Route.change("/glossary/refuse", this::refuse));
  }

  private Answer page(Call call) throws IOException {
    Shell.Page frame =
        Shell.Page.of(Room.GLOSSARY, Words.of(call).say("room.glossary")).withKeys("z", "Z");
    String text = call.query().text("q").strip();
    boolean onlyFindings = call.query().has("findings");
    int from = call.query().number("from", 0, Integer.MAX_VALUE, 0);
    GlossaryPage page;
    try {
      page = content(text, onlyFindings, from);
    } catch (InputException e) {
      String problem = e.getMessage() + "\n" + e.hint();
      return shell.page(
          call,
          frame,
          (out, words) ->
              JteGlossaryProblemGenerated.render(out, null, words, text, onlyFindings, problem));
    }
    return shell.page(
        call, frame, (out, words) -> JteGlossaryRoomPageGenerated.render(out, null, words, page));
  }

  private GlossaryPage content(String text, boolean onlyFindings, int from) {
    KeptResult.State<Judged> judged = judging.state();
    return new GlossaryPage(
        text,
        onlyFindings,
        from,
        concepts(text, onlyFindings, judged.value()),
        judged,
        bench.hasMemory(),
        hasGrown(),
        addition.tables(),
        mining.state());
  }

  /** Whether articles or units were added after the glossaries were last changed. */
  private boolean hasGrown() {
    if (!bench.hasMemory()) {
      return false;
    }
    long changed = Long.MIN_VALUE;
    for (Path file : Glossaries.OF_PROJECT.paths(bench.workplace())) {
      changed = Math.max(changed, file.toFile().lastModified());
    }
    Instant glossary = Instant.ofEpochMilli(changed);
    try (Memory memory = bench.memory().openForReading()) {
      return memory.care().commands(RECENT).stream()
          .filter(one -> GROWING.contains(one.kind()) && !one.takenBack())
          .anyMatch(one -> one.at().isAfter(glossary));
    }
  }

  private List<Concept> concepts(String text, boolean onlyFindings, Judged judged) {
    List<Concept> rows = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
    List<Concept> found =
        text.isEmpty()
            ? Glossary.of(rows).concepts()
            : GlossaryQueries.search(rows, text, Integer.MAX_VALUE).concepts();
    return onlyFindings
        ? found.stream().filter(concept -> !judged.findingsOf(concept.id()).isEmpty()).toList()
        : found;
  }

  /** Whether uses are still being counted. The page asks until they are not. */
  private Answer counting(Call call) throws IOException {
    boolean running = judging.state().running();
    Answer answer =
        Shell.part(
            call, (out, words) -> JteGlossaryCountingGenerated.render(out, null, words, running));
    return running ? answer : answer.with("HX-Trigger", CHANGED);
  }

  private Answer candidates(Call call) throws IOException {
    return Shell.part(
        call,
        (out, words) -> JteGlossaryCandidatesGenerated.render(out, null, words, mining.state()));
  }

  private Answer mine(Call call) throws IOException {
    mining.start();
    return candidates(call);
  }

  private Answer accept(Call call) throws IOException {
    Parameters form = call.form();
    String file = form.required("file");
    String zh = form.required("zh");
    String en = form.required("en");
    Words said = Words.of(call);
    String done = said.say("glossary.accepted", zh, en, file);
    addition.requireUnchanged(shown(form));
    TermEdits.NewTerm term = new TermEdits.NewTerm(zh, en, null, List.of(), List.of(), null, file);
    changes.ofGlossary(
        zh, () -> said.say("term.added", en, addition.add(term, /* dryRun= */ false)));
    mining.decide(form.required("mined-zh"), form.required("mined-en"));
    return Shell.part(
            call,
            (out, words) -> {
              JteGlossaryAcceptedGenerated.render(out, null, done);
              JteGlossaryTablesGenerated.render(
                  out, null, words, addition.tables(), file, /* alone= */ true);
            })
        .with("HX-Trigger", CHANGED);
  }

  /** Returns the tables as the page has shown them. For each the form sends digest, space, name. */
  static List<TermEdits.Table> shown(Parameters form) {
    List<TermEdits.Table> tables =
        form.all("known").stream()
            .map(one -> one.split(" ", 2))
            .filter(one -> one.length == 2)
            .map(one -> new TermEdits.Table(one[1], one[0]))
            .toList();
    if (tables.isEmpty()) {
      throw RefusedException.badRequest("the state of the files is missing");
    }
    return tables;
  }

  private Answer refuse(Call call) throws IOException {
    mining.decide(call.form().required("mined-zh"), call.form().required("mined-en"));
    return Shell.part(call, (out, words) -> {});
  }

  @Override
  public void close() {
    judging.close();
    mining.close();
  }

  /** Determines in the background how entries are used and which problems they have. */
  private static final class Judging implements AutoCloseable {

    private final Bench bench;
    private final KeptResult<Judged> kept;

    Judging(Bench bench, Consumer<Throwable> failures) {
      this.bench = bench;
      this.kept =
          new KeptResult<>(
              KeptResult.job("glossary", failures),
              Judged.NOTHING,
              this::stamp,
              (show, progress) -> judge(show));
    }

    /** Returns the present results, and starts an update if something has changed. */
    KeptResult.State<Judged> state() {
      return kept.state();
    }

    private Judged judge(Consumer<Judged> show) {
      GlossaryQueries queries =
          new GlossaryQueries(bench.workplace(), Notices.NONE, bench.lexicon());
      List<LintFinding> findings =
          queries.lint(Glossaries.OF_PROJECT, /* hints= */ true, /* memory= */ null).findings();
      show.accept(new Judged(findings, List.of()));
      List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
      List<TermCounts> counts =
          bench.hasMemory() && !concepts.isEmpty()
              ? queries.count(PairSource.ofMemory(bench.memory()), concepts).terms()
              : List.of();
      return new Judged(findings, counts);
    }

    /** Returns a value that changes when a glossary or the memory changes. */
    private String stamp() {
      return bench.stamp(Glossaries.OF_PROJECT.paths(bench.workplace()));
    }

    @Override
    public void close() {
      kept.close();
    }
  }

  /** Mines terms in the background, and keeps those that are still undecided. */
  private static final class Mining implements AutoCloseable {

    private final Bench bench;
    private final Job<Proposed> job;

    /**
     * Chinese terms with translations that were accepted or rejected since the workbench was
     * opened.
     */
    private final Set<String> decided = ConcurrentHashMap.newKeySet();

    Mining(Bench bench, Consumer<Throwable> failures) {
      this.bench = bench;
      this.job = new Job<>("mining", Proposed.NOTHING, failures);
    }

    Job.State<Proposed> state() {
      Job.State<Proposed> now = job.state();
      List<Proposed.TermPair> open =
          now.value().terms().stream()
              .filter(term -> !decided.contains(key(term.zh(), term.en())))
              .toList();
      return new Job.State<>(now.running(), new Proposed(now.value().isMined(), open), now.error());
    }

    void start() {
      if (!job.state().running()) {
        job.start(Proposed.NOTHING, show -> mine());
      }
    }

    /** Excludes a proposal from now on. */
    void decide(String zh, String en) {
      decided.add(key(zh, en));
    }

    private static String key(String zh, String en) {
      return zh + '\t' + en;
    }

    private Proposed mine() {
      List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
      TermMining.Result mined =
          new TermMining(bench.workplace(), Notices.NONE, bench.lexicon())
              .mine(PairSource.ofMemory(bench.memory()), concepts, TermMining.Wanted.USUAL);
      List<Proposed.TermPair> terms = new ArrayList<>();
      mined
          .candidates()
          .forEach(
              one ->
                  terms.add(
                      new Proposed.TermPair(
                          "", one.zh(), one.en(), one.frequency(), one.together())));
      mined
          .known()
          .variants()
          .forEach(
              one ->
                  terms.add(
                      new Proposed.TermPair(
                          one.term().id(),
                          one.term().zh(),
                          one.en(),
                          one.pairs().missing(),
                          one.pairs().together())));
      return new Proposed(true, terms);
    }

    @Override
    public void close() {
      job.close();
    }
  }
}
