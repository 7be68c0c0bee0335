package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.PairSource;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.glossary.TermAddition;
import ballast.app.glossary.TermMining;
import ballast.app.page.Html;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.GlossaryLint.LintFinding;
import ballast.glossary.Term;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The room of the glossary: lists its entries, and adds mined terms. */
public final class GlossaryRoom implements AutoCloseable {

  private static final int PAGE = 100;

  private static final String CHANGED = "glossary-changed";

  private final Bench bench;
  private final Shell shell;
  private final Judging judging;
  private final Mining mining;
  private final TermAddition addition;

  /**
   * @param failures receives internal errors of background work
   */
  public GlossaryRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.judging = new Judging(bench, failures);
    this.mining = new Mining(bench, failures);
    this.addition = new TermAddition(bench.workplace());
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
    String text = call.query().text("q").strip();
    boolean onlyFindings = call.query().has("findings");
    int from = call.query().number("from", 0, Integer.MAX_VALUE, 0);
    return shell.page(
        call,
        Shell.Page.of(Room.GLOSSARY, Words.of(call).say("room.glossary")),
        (html, words) -> {
          GlossaryHtml room = new GlossaryHtml(html, words);
          room.writeSearch(text, onlyFindings);
          try {
            KeptResult.State<Judged> judged = judging.state();
            List<Concept> concepts = concepts(text, onlyFindings, judged.value());
            room.writeEntries(
                new GlossaryHtml.Entries(concepts, from, PAGE, text, onlyFindings), judged);
            CandidateHtml candidates = new CandidateHtml(html, words);
            candidates.writeBeginning(bench.hasMemory(), addition.tables());
            candidates.writeList(mining.state());
          } catch (InputException e) {
            html.add("<p class=\"alert\">{}\n{}</p>\n", String.valueOf(e.getMessage()), e.hint());
          }
        });
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
        Shell.part(call, (html, words) -> new GlossaryHtml(html, words).writeCounting(running));
    return running ? answer : answer.with("HX-Trigger", CHANGED);
  }

  private Answer candidates(Call call) throws IOException {
    return Shell.part(
        call, (html, words) -> new CandidateHtml(html, words).writeList(mining.state()));
  }

  private Answer mine(Call call) throws IOException {
    mining.start();
    return candidates(call);
  }

  private Answer accept(Call call) throws IOException {
    Parameters form = call.form();
    String file = form.required("file");
    TermAddition.Table table = new TermAddition.Table(file, known(form, file));
    String zh = form.required("zh");
    String en = form.required("en");
    addition.add(table, form.text("concept"), zh, en);
    mining.decide(form.required("mined-zh"), form.required("mined-en"));
    return Shell.part(
            call,
            (html, words) -> {
              CandidateHtml candidates = new CandidateHtml(html, words);
              candidates.writeAccepted(zh, en, file);
              candidates.writeTables(addition.tables(), file, /* alone= */ true);
            })
        .with("HX-Trigger", CHANGED);
  }

  /**
   * Returns the digest of the file when the page was shown. For each file the form sends digest,
   * space, name.
   */
  private static String known(Parameters form, String file) {
    return form.all("known").stream()
        .filter(one -> one.endsWith(" " + file))
        .map(one -> one.substring(0, one.length() - file.length() - 1))
        .findFirst()
        .orElseThrow(() -> RefusedException.badRequest("the state of the file is missing"));
  }

  private Answer refuse(Call call) throws IOException {
    mining.decide(call.form().required("mined-zh"), call.form().required("mined-en"));
    return Shell.part(call, (html, words) -> {});
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

  private static final class GlossaryHtml {

    private final Html html;
    private final Words words;

    GlossaryHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    /**
     * The entries of a page.
     *
     * @param concepts all matching entries
     * @param from index of the page's first entry, from 0
     * @param text the search text; may be ""
     */
    record Entries(List<Concept> concepts, int from, int size, String text, boolean onlyFindings) {
      Entries {
        concepts = List.copyOf(concepts);
      }

      List<Concept> shown() {
        int first = Math.min(from, concepts.size());
        return concepts.subList(first, Math.min(concepts.size(), first + size));
      }

      /** Returns the query string of the page that begins with this entry. */
      String query(int first) {
        return "q="
            + Links.encoded(text)
            + (onlyFindings ? "&findings=1" : "")
            + (first == 0 ? "" : "&from=" + first);
      }
    }

    void writeSearch(String text, boolean onlyFindings) throws IOException {
      html.add("<h1>{}</h1>\n", words.say("room.glossary"));
      String room = Room.GLOSSARY.path();
      html.add("<form id=\"search\" role=\"search\" action=\"{}\" hx-get=\"{}\"", room, room);
      html.add(" hx-target=\"#concepts\" hx-select=\"#concepts\" hx-swap=\"outerHTML\"");
      html.add(" hx-replace-url=\"true\" hx-sync=\"this:replace\"");
      html.add(
          " hx-trigger=\"submit, input delay:300ms from:find #q, change from:find #findings\">");
      html.add("<p class=\"ask\"><label for=\"q\">{}</label>", words.say("memory.search"));
      html.add("<input type=\"search\" id=\"q\" name=\"q\" value=\"{}\"", text);
      html.add(" autocomplete=\"off\" spellcheck=\"false\">");
      html.add("<button class=\"go\">{}</button></p>\n", words.say("memory.find"));
      html.add(
          "<p class=\"line\"><label><input type=\"checkbox\" id=\"findings\" name=\"findings\""
              + " value=\"1\"");
      html.add(onlyFindings ? " checked>" : ">");
      html.add(" {}</label> ", words.say("glossary.only.findings"));
      html.add("<a href=\"#mined\">{}</a></p></form>\n", words.say("glossary.mined"));
    }

    void writeEntries(Entries entries, KeptResult.State<Judged> judged) throws IOException {
      html.add("<section id=\"concepts\" aria-label=\"{}\"", words.say("glossary.entries"));
      html.add(" hx-get=\"/terms?{}\" hx-select=\"#concepts\"", entries.query(entries.from()));
      html.add(" hx-trigger=\"glossary-changed from:body\" hx-swap=\"outerHTML\"");
      // A running search brings the same news, and would find its target gone.
      html.add(" hx-sync=\"#search:abort\" hx-disinherit=\"*\">\n");
      writeCounting(judged.running());
      if (!judged.error().isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", judged.error());
      }
      if (entries.concepts().isEmpty()) {
        boolean isSearch = !entries.text().isEmpty() || entries.onlyFindings();
        html.add(
            "<p class=\"soft\">{}</p>\n", words.say(isSearch ? "glossary.none" : "glossary.empty"));
      } else {
        writeTable(entries.shown(), judged.value());
      }
      writePages(entries);
      html.add("</section>\n");
    }

    /**
     * Writes that uses are being counted, and asks again; otherwise writes an invisible element.
     */
    void writeCounting(boolean running) throws IOException {
      if (running) {
        html.add("<p id=\"counting\" class=\"soft\" hx-get=\"/glossary/counting\"");
        html.add(" hx-trigger=\"load delay:500ms\" hx-swap=\"outerHTML\">");
        html.add("{}</p>\n", words.say("glossary.counting"));
      } else {
        html.add("<p id=\"counting\" hidden></p>\n");
      }
    }

    private void writeTable(List<Concept> concepts, Judged judged) throws IOException {
      html.add(
          "<table class=\"list concepts\">\n<caption>{}</caption>", words.say("glossary.entries"));
      html.add("<thead><tr><th scope=\"col\">{}</th>", words.say("glossary.zh"));
      html.add("<th scope=\"col\">{}</th>", words.say("glossary.en"));
      html.add("<th scope=\"col\">{}</th>", words.say("glossary.use"));
      html.add("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", words.say("glossary.notes"));
      for (Concept concept : concepts) {
        writeConcept(concept, judged);
      }
      html.add("</tbody>\n</table>\n");
    }

    private void writeConcept(Concept concept, Judged judged) throws IOException {
      html.add("<tr><th scope=\"row\">");
      for (Term term : concept.zh()) {
        html.add(
            "<p><a lang=\"zh\" href=\"{}?q={}\">", Room.MEMORY.path(), Links.encoded(term.text()));
        html.add("{}</a></p>", term.text());
      }
      html.add("<p class=\"soft id\">{}</p></th>\n<td>", concept.id());
      for (Term term : concept.en()) {
        writeEnglish(term);
      }
      html.add("</td>\n<td>");
      for (TermCounts counts : judged.countsOf(concept.id())) {
        writeUse(counts);
      }
      html.add("</td>\n<td>");
      writeNotes(concept);
      for (LintFinding finding : judged.findingsOf(concept.id())) {
        html.add("<p class=\"finding {}\"><span class=\"badge\">", finding.severity().label());
        html.add("{}</span> ", words.say("severity." + finding.severity().label()));
        html.add("<span lang=\"en\">{}</span>", finding.message());
        Location where = finding.where().get(0);
        // Notes refer to the first row of an entry.
        if (concept.rows().stream().limit(1).noneMatch(where::equals)) {
          html.add(" <span class=\"soft\">{}</span>", where);
        }
        html.add("</p>");
      }
      html.add("</td></tr>\n");
    }

    private void writeEnglish(Term term) throws IOException {
      html.add("<p lang=\"en\" class=\"term {}\">", term.status().label());
      html.add(term.isForbidden() ? "<del>{}</del>" : "{}", term.text());
      switch (term.status()) {
        case PREFERRED -> {}
        default ->
            html.add(" <span class=\"badge\" lang=\"{}\">", words.tag())
                .add("{}</span>", words.say("term." + term.status().label()));
      }
      html.add("</p>");
      if (!term.remarks().note().isEmpty()) {
        html.add("<p class=\"soft\">{}</p>", term.remarks().note());
      }
    }

    private void writeUse(TermCounts counts) throws IOException {
      TermCounts.Pairs pairs = counts.pairs();
      long share = pairs.all() == 0 ? 0 : Math.round(100.0 * pairs.right() / pairs.all());
      html.add("<p>{}</p>", words.say("glossary.right", counts.zh(), pairs.right(), pairs.all()));
      html.meter(share);
      html.add("<ul>");
      for (Map.Entry<String, Integer> rendering : counts.renderings().pairs().entrySet()) {
        boolean forbidden = counts.renderings().forbidden().contains(rendering.getKey());
        html.add(forbidden ? "<li class=\"alert\">" : "<li>");
        html.add("{} – {}</li>", rendering.getKey(), rendering.getValue());
      }
      if (pairs.missing() > 0) {
        html.add(
            "<li class=\"alert\">{} – {}</li>", words.say("glossary.missing"), pairs.missing());
      }
      html.add("</ul>");
    }

    private void writeNotes(Concept concept) throws IOException {
      writeList("glossary.domain", concept.scope().domains());
      writeList("glossary.project", concept.scope().projects());
      writeList("glossary.not.in", concept.conditions().notIn());
      writeList("glossary.only.if", concept.conditions().onlyIf());
      writeList("glossary.not.if", concept.conditions().notIf());
      if (!concept.remarks().note().isEmpty()) {
        html.add("<p>{}</p>", concept.remarks().note());
      }
      if (!concept.rows().isEmpty()) {
        html.add("<p class=\"soft\">{}</p>", concept.rows().get(0));
      }
    }

    private void writeList(String key, List<String> values) throws IOException {
      if (!values.isEmpty()) {
        html.add(
            "<p><span class=\"soft\">{}</span> {}</p>", words.say(key), String.join(", ", values));
      }
    }

    private void writePages(Entries entries) throws IOException {
      int next = entries.from() + entries.size();
      if (entries.from() == 0 && next >= entries.concepts().size()) {
        return;
      }
      html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.pages"));
      if (entries.from() > 0) {
        html.add("<a class=\"button\" href=\"/terms?{}\">", entries.query(0));
        html.add("{}</a> ", words.say("memory.first"));
      }
      if (next < entries.concepts().size()) {
        html.add("<a class=\"button\" href=\"/terms?{}\">", entries.query(next));
        html.add("{}</a>", words.say("memory.next"));
      }
      html.add("</nav>\n");
    }
  }

  /** Uses and problems of the entries. */
  private record Judged(List<LintFinding> findings, List<TermCounts> counts) {

    static final Judged NOTHING = new Judged(List.of(), List.of());

    Judged {
      findings = List.copyOf(findings);
      counts = List.copyOf(counts);
    }

    List<TermCounts> countsOf(String concept) {
      return counts.stream().filter(count -> count.id().equals(concept)).toList();
    }

    List<LintFinding> findingsOf(String concept) {
      return findings.stream().filter(finding -> finding.concept().equals(concept)).toList();
    }
  }

  /** Writes the mined terms, each with buttons to accept or reject it. */
  private static final class CandidateHtml {

    private final Html html;
    private final Words words;

    CandidateHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    /**
     * Writes the introduction to mining and the choice of the glossary.
     *
     * @param possible whether there is a memory to mine
     */
    void writeBeginning(boolean possible, List<TermAddition.Table> tables) throws IOException {
      html.add(
          "<h2 id=\"mined\">{}</h2>\n<p>{}</p>\n",
          words.say("glossary.mined"),
          words.say("glossary.mined.what"));
      html.add("<form class=\"line\" hx-post=\"/glossary/mine\" hx-target=\"#candidates\"");
      html.add(" hx-swap=\"outerHTML\"><button id=\"mine\"");
      html.add(possible ? ">" : " disabled>");
      html.add("{}</button></form>\n", words.say("glossary.mine"));
      writeTables(tables, tables.get(0).name(), /* alone= */ false);
      html.add("<p id=\"done\" role=\"status\"></p>\n");
    }

    /**
     * Writes the choice of the file, with the state of each file that the page shows.
     *
     * @param alone whether it replaces the choice on the page
     */
    void writeTables(List<TermAddition.Table> tables, String chosen, boolean alone)
        throws IOException {
      html.add("<p id=\"tables\"");
      html.add(alone ? " hx-swap-oob=\"true\">" : ">");
      html.add("<label>{} <select name=\"file\" id=\"file\">", words.say("glossary.file"));
      for (TermAddition.Table table : tables) {
        html.add("<option value=\"{}\"", table.name());
        html.add(table.name().equals(chosen) ? " selected>" : ">");
        html.add("{}</option>", table.name());
      }
      html.add("</select></label>");
      for (TermAddition.Table table : tables) {
        html.add(
            "<input type=\"hidden\" name=\"known\" value=\"{} {}\">", table.digest(), table.name());
      }
      html.add("</p>\n");
    }

    /** Writes the terms, or the progress of mining. */
    void writeList(Job.State<Proposed> mined) throws IOException {
      html.add("<div id=\"candidates\"");
      if (mined.running()) {
        html.add(" hx-get=\"/glossary/candidates\" hx-trigger=\"load delay:700ms\"");
        html.add(" hx-swap=\"outerHTML\">\n<p>{}</p>\n", words.say("glossary.mining"));
        html.add("<progress aria-label=\"{}\"></progress>\n", words.say("glossary.mining"));
      } else {
        html.add(" hx-disinherit=\"*\">\n");
        if (!mined.error().isEmpty()) {
          html.add("<p class=\"alert\">{}</p>\n", mined.error());
        } else if (mined.value().isMined()) {
          html.add("<p>{}</p>\n", words.say("glossary.found", mined.value().terms().size()));
        }
        html.add("<ul class=\"candidates\">\n");
        int number = 0;
        for (Proposed.TermPair term : mined.value().terms()) {
          writeTerm(term, ++number);
        }
        html.add("</ul>\n");
      }
      html.add("</div>\n");
    }

    private void writeTerm(Proposed.TermPair term, int number) throws IOException {
      html.add("<li class=\"candidate\"><form hx-post=\"/glossary/accept\" hx-include=\"#tables\"");
      html.add(" hx-target=\"closest li\" hx-swap=\"outerHTML\">\n");
      html.add("<input type=\"hidden\" name=\"concept\" value=\"{}\">", term.concept());
      html.add("<input type=\"hidden\" name=\"mined-zh\" value=\"{}\">", term.zh());
      html.add("<input type=\"hidden\" name=\"mined-en\" value=\"{}\">\n", term.en());
      html.add("<input name=\"zh\" lang=\"zh\" value=\"{}\"", term.zh());
      html.add(term.concept().isEmpty() ? "" : " readonly");
      html.add(" aria-label=\"{} {}\">\n", words.say("glossary.zh"), number);
      html.add("<input name=\"en\" lang=\"en\" value=\"{}\"", term.en());
      html.add(" aria-label=\"{} {}\">\n", words.say("glossary.en"), number);
      html.add(
          "<span class=\"acts\"><button class=\"go\">{}</button> ", words.say("glossary.accept"));
      html.add("<button type=\"button\" hx-post=\"/glossary/refuse\" hx-include=\"closest form\"");
      html.add(">{}</button></span>\n", words.say("glossary.refuse"));
      String key = term.concept().isEmpty() ? "glossary.candidate" : "glossary.variant";
      html.add("<span class=\"soft\">{}</span> ", words.say(key, term.pairs(), term.together()));
      html.add("<a href=\"{}?q={}\">", Room.MEMORY.path(), Links.encoded(term.zh()));
      html.add("{}</a></form></li>\n", words.say("glossary.places"));
    }

    void writeAccepted(String zh, String en, String file) throws IOException {
      html.add(
          "<li class=\"candidate accepted\">✓ {}</li>\n",
          words.say("glossary.accepted", zh, en, file));
    }
  }

  /** Mined terms that are still undecided, best first. */
  private record Proposed(boolean isMined, List<TermPair> terms) {

    static final Proposed NOTHING = new Proposed(false, List.of());

    Proposed {
      terms = List.copyOf(terms);
    }

    /**
     * A mined term.
     *
     * @param concept id of the concept that would get another translation; "" for a new term
     * @param pairs number of pairs with the Chinese term; for a known concept, only those without a
     *     known translation
     * @param together number of these pairs with this translation
     */
    record TermPair(String concept, String zh, String en, int pairs, int together) {}
  }
}
