package ballast.workbench;

import ballast.app.align.AlignedText;
import ballast.app.align.BeadHtml.BeadNotes;
import ballast.app.align.BeadMove;
import ballast.app.align.BeadMove.Cut;
import ballast.app.align.BeadRows;
import ballast.app.align.OpenArticle;
import ballast.app.check.TermPlaces;
import ballast.app.page.Html;
import ballast.app.page.Json;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows the beads of an article, and moves them. */
public final class AlignRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final Desk desk;
  private final Job<String> opening;

  /**
   * @param failures receives internal errors of background work
   */
  public AlignRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.desk = new Desk(bench);
    this.opening = new Job<>("opening", "", failures);
  }

  /**
   * Opens the most recently changed article in the background, so that its page appears
   * immediately.
   */
  public void openLatest() {
    opening.start(
        "",
        show -> {
          desk.openLatest();
          return "";
        });
  }

  @Override
  public void close() {
    opening.close();
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.ALIGN, this::page),
        Route.page("/align/rows", call -> part(call, this::rows)),
        Route.page("/align/bead", call -> part(call, this::bead)),
        Route.page("/align/looks", call -> part(call, this::looks)),
        Route.change("/align/move", this::move),
        Route.change("/align/undo", this::undo),
        Route.change("/align/redo", this::redo));
  }

  private Answer page(Call call) throws IOException {
    String document = call.query().text("document");
    if (document.isEmpty() || !bench.hasMemory()) {
      return Answer.seeOther(
          desk.lastChanged().map(one -> Links.to(Room.ALIGN, one)).orElse(Room.ARTICLES.path()));
    }
    String unit = call.query().text("unit");
    if (!unit.isEmpty()) {
      return Answer.seeOther(Links.to(Room.ALIGN, document) + place(document, unit));
    }
    Desk.Shown shown = desk.open(document);
    Shell.Page page = Shell.Page.of(Room.ALIGN, document);
    return shell.page(call, page, (html, words) -> new AlignHtml(html, words, shown).write());
  }

  /** Returns the row of a unit as the end of an address, or "" if no bead has the unit any more. */
  private String place(String document, String unit) {
    UnitFilter wanted = UnitFilter.CURRENT.inDocuments(Set.of(document)).named(Set.of(unit));
    List<Integer> places = new ArrayList<>();
    try (Memory memory = bench.memory().openForReading()) {
      memory.forEachUnit(wanted, one -> places.add(one.provenance().position()));
    }
    return places.isEmpty() || places.get(0) == 0 ? "" : "#" + BeadRows.PREFIX + places.get(0);
  }

  @FunctionalInterface
  private interface Part {
    Answer of(Call call, Desk.Shown shown) throws IOException;
  }

  /**
   * Returns a part of the state that a page shows; nothing if a move is about to replace that
   * state.
   */
  private Answer part(Call call, Part part) throws IOException {
    Parameters query = call.query();
    Optional<Desk.Shown> shown = desk.find(query.required("document"), query.required("state"));
    return shown.isPresent() ? part.of(call, shown.get()) : Answer.nothing();
  }

  private Answer rows(Call call, Desk.Shown shown) throws IOException {
    int beads = shown.article().beads().size();
    int from = call.query().number("from", 0, beads, 0);
    int to = call.query().number("to", from, beads, from);
    return Shell.part(
        call, (html, words) -> new AlignHtml(html, words, shown).writeRows(new Range(from, to)));
  }

  private Answer bead(Call call, Desk.Shown shown) throws IOException {
    int bead = call.query().number("bead", 0, shown.article().beads().size() - 1, 0);
    return Shell.part(call, (html, words) -> new AsideHtml(html, words, shown).write(bead, bench));
  }

  private Answer looks(Call call, Desk.Shown shown) throws IOException {
    return Shell.part(
        call,
        (html, words) ->
            new BeadRows(shown.article().text(), new ArticleNotes(shown, words)).writeLooks(html));
  }

  private Answer move(Call call) throws IOException {
    Parameters form = call.form();
    Desk.Shown before = shown(form);
    MoveForm move = new MoveForm(form, before.article().beads().size());
    Desk.Shown after = desk.move(before, move.move());
    return changed(call, before, new Desk.Reversed(after, ""), "said." + form.required("move"));
  }

  private Answer undo(Call call) throws IOException {
    Desk.Shown before = shown(call.form());
    chosen(call, before);
    return changed(call, before, desk.undo(before), "said.undo");
  }

  private Answer redo(Call call) throws IOException {
    Desk.Shown before = shown(call.form());
    chosen(call, before);
    return changed(call, before, desk.redo(before), "said.redo");
  }

  private Desk.Shown shown(Parameters parameters) {
    return desk.shown(parameters.required("document"), parameters.required("state"));
  }

  /** Returns the chosen bead. Called before any action, because the number may be invalid. */
  private static int chosen(Call call, Desk.Shown before) {
    return call.form().number("bead", 0, before.article().beads().size() - 1, 0);
  }

  private static Answer changed(Call call, Desk.Shown before, Desk.Reversed result, String said)
      throws IOException {
    Words words = Words.of(call);
    Desk.Shown after = result.shown();
    OpenArticle article = after.article();
    RowChange change = RowChange.between(before.article(), article);
    int bead = chosen(call, before);
    StringWriter rows = new StringWriter();
    new AlignHtml(new Html(rows), words, after).writeRows(change.after());
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.put("state", after.state());
            json.put("refused", result.refused());
            json.put("map", new BeadRows(article.text(), new ArticleNotes(after, words)).map());
            json.put("first", change.before().start());
            json.put("removed", change.before().size());
            json.put("added", change.after().size());
            json.put("rows", rows.toString());
            json.put("select", RowChange.follow(before.article(), bead, article));
            json.put(
                "said", words.say(before.state().equals(after.state()) ? "said.nothing" : said));
          }
        });
  }

  private static final class AlignHtml {

    /** Number of rows drawn at a time; others are drawn when they come into view. */
    private static final int CHUNK = 60;

    private static final List<Tool> TOOLS =
        List.of(
            new Tool("confirm", "Enter"),
            new Tool("merge", "m"),
            new Tool("split", "s"),
            new Tool("cut", "c"),
            new Tool("target-up", "]"),
            new Tool("target-down", "["),
            new Tool("source-up", "}"),
            new Tool("source-down", "{"),
            new Tool("swap", "w"),
            new Tool("unlink", "x"),
            new Tool("link", "l"),
            new Tool("rest", "g"),
            new Tool("release", "r"),
            new Tool("realign", "a"));

    private static final List<Tool> OTHER_KEYS =
        List.of(
            new Tool("next", "↓ j"),
            new Tool("previous", "↑ k"),
            new Tool("next-look", "n"),
            new Tool("previous-look", "p"),
            new Tool("type", "t"),
            new Tool("undo", "z"),
            new Tool("redo", "y"),
            new Tool("help", "?"));

    private record Tool(String name, String key) {}

    private final Html html;
    private final Words words;
    private final OpenArticle article;
    private final String state;
    private final BeadRows rows;

    AlignHtml(Html html, Words words, Desk.Shown shown) {
      this.html = html;
      this.words = words;
      this.article = shown.article();
      this.state = shown.state();
      this.rows = new BeadRows(article.text(), new ArticleNotes(shown, words));
    }

    void write() throws IOException {
      html.add(
          "<div id=\"align\" data-document=\"{}\" data-state=\"{}\"", article.document(), state);
      html.add(" data-prefix=\"{}\"", BeadRows.PREFIX);
      html.add(" data-map=\"{}\"", rows.map());
      html.add(" data-linking=\"{}\"", words.say("align.linking"));
      html.add(" data-cutting=\"{}\"", words.say("align.cutting"));
      html.add(" data-all-looked=\"{}\">\n", words.say("align.all-looked"));
      writeHead();
      for (String problem : article.problems()) {
        html.add("<p class=\"alert\">{}</p>\n", problem);
      }
      html.add("<div class=\"room\">\n<div id=\"map\" aria-hidden=\"true\"></div>\n<div>\n");
      writeTable();
      html.add("</div>\n<aside id=\"aside\" aria-label=\"{}\"></aside>\n</div>\n", say("aside"));
      writeTools();
      writeKeys();
      html.add("</div>\n");
    }

    private void writeHead() throws IOException {
      html.add("<div class=\"head\">\n<h1>{}</h1>\n<p id=\"progress\"", article.document());
      html.add(" data-left=\"{}\" data-of=\"{}\"></p>\n", say("left"), say("of"));
      html.add("<details id=\"looks\"><summary>{}</summary><div></div></details>\n", say("looks"));
      html.add("<p class=\"buttons\">");
      html.add("<button id=\"undo\">{} <kbd>z</kbd></button> ", say("undo"));
      html.add("<button id=\"redo\">{} <kbd>y</kbd></button> ", say("redo"));
      html.add("<button id=\"next-look\">{} <kbd>n</kbd></button> ", say("next-look"));
      html.add("<button id=\"confirm-sure\">{}</button> ", say("confirm-sure"));
      html.add("<button id=\"help\" aria-label=\"{}\"><kbd>?</kbd></button></p>\n", say("help"));
      html.add("</div>\n");
    }

    private void writeTable() throws IOException {
      html.add("<table id=\"beads\">\n<caption>{}</caption>\n<thead><tr>", article.document());
      html.add("<th scope=\"col\" class=\"source\">{}</th>", article.text().source().file());
      html.add("<th scope=\"col\" class=\"judgement\">{}</th>", say("bead"));
      html.add("<th scope=\"col\" class=\"target\">{}</th>", article.text().target().file());
      html.add("</tr></thead>\n");
      int beads = article.beads().size();
      writeRows(new Range(0, Math.min(CHUNK, beads)));
      for (int from = CHUNK; from < beads; from += CHUNK) {
        html.add("<tbody class=\"later\" data-from=\"{}\"", from);
        html.add(" data-to=\"{}\">", Math.min(from + CHUNK, beads));
        html.add("<tr><td colspan=\"3\"></td></tr></tbody>\n");
      }
      html.add("</table>\n");
    }

    void writeRows(Range beads) throws IOException {
      rows.write(html, beads);
    }

    private void writeTools() throws IOException {
      html.add("<template id=\"tools\"><tr class=\"tools\"><td colspan=\"3\">");
      html.add("<div role=\"toolbar\" aria-label=\"{}\">", say("tools"));
      for (Tool tool : TOOLS) {
        html.add("<button data-move=\"{}\" title=\"{}\">", tool.name(), say(tool.name() + ".more"));
        html.add("{} <kbd>{}</kbd></button> ", say(tool.name()), tool.key());
      }
      html.add("<label>{} <select data-move=\"type\"><option value=\"\"></option>", say("type"));
      for (String type : List.of("paragraph", "heading", "furniture")) {
        html.add("<option value=\"{}\">{}</option>", type, say("type." + type));
      }
      html.add("</select></label></div></td></tr></template>\n");
    }

    private void writeKeys() throws IOException {
      html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">");
      html.add("<h2 id=\"keys-title\">{}</h2><dl>\n", say("keys"));
      for (List<Tool> some : List.of(TOOLS, OTHER_KEYS)) {
        for (Tool tool : some) {
          html.add("<div><dt><kbd>{}</kbd></dt>", tool.key());
          html.add("<dd>{}</dd></div>\n", say(tool.name() + ".more"));
        }
      }
      html.add("</dl><form method=\"dialog\"><button>{}</button></form></dialog>\n", say("close"));
    }

    private String say(String key) {
      return words.say("align." + key);
    }
  }

  /**
   * Writes the information that helps to judge a bead: reasons, terms, and matches from the memory.
   */
  private static final class AsideHtml {

    private static final int MIN_SCORE = 60;
    private static final int MAX_MATCHES = 4;

    private final Html html;
    private final Words words;
    private final OpenArticle article;
    private final ArticleNotes notes;

    AsideHtml(Html html, Words words, Desk.Shown shown) {
      this.html = html;
      this.words = words;
      this.article = shown.article();
      this.notes = new ArticleNotes(shown, words);
    }

    void write(int position, Bench bench) throws IOException {
      Bead bead = article.beads().get(position);
      writeWhy(bead, position);
      writeTerms(position);
      writeMatches(article.alignment(), bead, bench);
    }

    private void writeWhy(Bead bead, int position) throws IOException {
      html.add("<section><h2>{}</h2><ul>\n", words.say("align.why", position + 1));
      for (String reason : bead.reasons()) {
        html.add("<li>{}</li>\n", reason);
      }
      PinnedBead pin = article.pin(position);
      if (pin != null) {
        html.add("<li>{} ", words.say(pin.confirmed() ? "align.confirmed.by" : "align.set.by"));
        html.add("{} <time datetime=\"{}\"></time></li>\n", pin.author(), pin.time());
      } else if (bead.reasons().isEmpty()) {
        html.add("<li class=\"soft\">{}</li>\n", words.say("align.no-reasons"));
      }
      html.add("</ul></section>\n");
    }

    private void writeTerms(int position) throws IOException {
      List<TermPlaces.Place> places = notes.terms(position);
      html.add("<section><h2>{}</h2>\n", words.say("align.terms"));
      if (places.isEmpty()) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("align.no-terms"));
      } else {
        html.add("<ul class=\"terms\">\n");
        for (TermPlaces.Place place : places) {
          html.add("<li class=\"{}\">", place.isRendered() ? "rendered" : "missing");
          html.add("<mark lang=\"zh\">{}</mark> ", place.chinese());
          html.add("{} ", String.join(" / ", place.renderings()));
          html.add(
              "<span>{}</span></li>\n",
              words.say(place.isRendered() ? "align.rendered" : "align.not-rendered"));
        }
        html.add("</ul>\n");
      }
      html.add("</section>\n");
    }

    private void writeMatches(Alignment alignment, Bead bead, Bench bench) throws IOException {
      String source = alignment.sourceText(bead);
      if (source.isBlank()) {
        return;
      }
      html.add("<section><h2>{}</h2>\n", words.say("align.memory"));
      boolean any = false;
      try (Memory memory = bench.memory().openForReading()) {
        FuzzyQuery query =
            FuzzyQuery.of(source, Side.SOURCE).withMinScore(MIN_SCORE).withLimit(MAX_MATCHES);
        for (Match match : memory.search(query)) {
          boolean itself =
              match.unit().provenance().document().equals(article.document())
                  && match.unit().source().equals(source);
          if (!itself) {
            any = true;
            writeMatch(match);
          }
        }
      }
      if (!any) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("align.no-matches"));
      }
      html.add("</section>\n");
    }

    private void writeMatch(Match match) throws IOException {
      html.add("<blockquote><p lang=\"{}\">", match.unit().sourceLang());
      html.add("{}</p><p lang=\"{}\">", match.unit().source(), match.unit().targetLang());
      html.add("{}</p><footer>{} % · ", match.unit().target(), match.score());
      html.add("{}</footer></blockquote>\n", match.unit().provenance().document());
    }
  }

  /**
   * Notes about the rows of an open article, apart from the aligner's judgement. For one thread.
   */
  private static final class ArticleNotes implements BeadNotes {

    private final OpenArticle article;
    private final TermPlaces terms;
    private final Words words;
    private int bead = -1;
    private List<TermPlaces.Place> places = List.of();

    ArticleNotes(Desk.Shown shown, Words words) {
      this.article = shown.article();
      this.terms = shown.terms();
      this.words = words;
    }

    @Override
    public String state(int position) {
      PinnedBead pin = article.pin(position);
      if (pin == null) {
        return "";
      }
      return pin.confirmed() ? CONFIRMED : SET;
    }

    @Override
    public String label(int position) {
      String state = state(position);
      return state.isEmpty() ? "" : words.say("align." + state);
    }

    @Override
    public List<Span> terms(int position, Side side) {
      return terms(position).stream()
          .flatMap(place -> (side == Side.SOURCE ? place.source() : place.target()).stream())
          .sorted(Comparator.comparingInt(Span::start))
          .toList();
    }

    /**
     * Returns the terms of a bead. Keeps the last result, because both sides of a row ask for it.
     */
    List<TermPlaces.Place> terms(int position) {
      if (position != bead) {
        Bead wanted = article.beads().get(position);
        places = terms.in(article.text(), wanted);
        bead = position;
      }
      return places;
    }
  }

  private static final class MoveForm {

    /** Minimum confidence of a sure bead. */
    private static final double SURE = 0.85;

    private final Parameters form;
    private final int beads;

    /**
     * @param beads number of beads in the article
     */
    MoveForm(Parameters form, int beads) {
      this.form = form;
      this.beads = beads;
    }

    BeadMove move() {
      int bead = bead("bead");
      return switch (form.required("move")) {
        case "confirm" -> new BeadMove.Confirm(bead, last(bead));
        case "confirm-sure" -> new BeadMove.ConfirmSure(SURE);
        case "link" -> new BeadMove.Link(bead, bead("other"));
        case "merge" -> new BeadMove.Merge(bead, bead + 1);
        case "realign" -> new BeadMove.Realign(bead, last(bead));
        case "release" -> new BeadMove.Release(bead);
        case "shift-down" -> new BeadMove.ShiftDown(bead, side());
        case "shift-rest" -> new BeadMove.ShiftRest(bead, side());
        case "shift-up" -> new BeadMove.ShiftUp(bead, side());
        case "split" -> new BeadMove.Split(bead, cut("source"), cut("target"));
        case "swap" -> new BeadMove.Swap(bead);
        case "type" -> new BeadMove.SetType(bead, type());
        case "unlink" -> new BeadMove.Unlink(bead);
        default -> throw RefusedException.badRequest("there is no such move");
      };
    }

    private int bead(String name) {
      form.required(name);
      return form.number(name, 0, beads - 1, 0);
    }

    private int last(int bead) {
      return form.number("last", bead, beads - 1, bead);
    }

    private Cut cut(String side) {
      return new Cut(
          form.number(side, 0, Integer.MAX_VALUE, 0),
          form.number(side + "-offset", 0, Integer.MAX_VALUE, 0));
    }

    private Side side() {
      return switch (form.required("side")) {
        case "source" -> Side.SOURCE;
        case "target" -> Side.TARGET;
        default -> throw RefusedException.badRequest("a side is source or target");
      };
    }

    private BlockType type() {
      return switch (form.required("type")) {
        case "paragraph" -> BlockType.PARAGRAPH;
        case "heading" -> BlockType.HEADING;
        case "furniture" -> BlockType.FURNITURE;
        default -> throw RefusedException.badRequest("a type is paragraph, heading or furniture");
      };
    }
  }

  /**
   * The changed rows of a page.
   *
   * @param before rows to remove, by their positions before the move
   * @param after rows to insert, by their positions after the move
   */
  private record RowChange(Range before, Range after) {

    /** The content of a row; rows with equal content are equal. */
    private record Shown(
        List<String> source,
        List<String> target,
        Bead bead,
        String type,
        @Nullable PinnedBead pin) {}

    static RowChange between(OpenArticle before, OpenArticle after) {
      List<Shown> old = rows(before);
      List<Shown> now = rows(after);
      int least = Math.min(old.size(), now.size());
      int start = 0;
      while (start < least && old.get(start).equals(now.get(start))) {
        start++;
      }
      int end = 0;
      while (end < least - start
          && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
        end++;
      }
      return new RowChange(new Range(start, old.size() - end), new Range(start, now.size() - end));
    }

    private static List<Shown> rows(OpenArticle article) {
      AlignedText text = article.text();
      boolean moves = article.beads().stream().anyMatch(Bead::moved);
      List<Shown> rows = new ArrayList<>();
      for (int i = 0; i < article.beads().size(); i++) {
        Bead bead = article.beads().get(i);
        Range nowhere = new Range(0, 1);
        rows.add(
            new Shown(
                text.sourceSentences(bead),
                text.targetSentences(bead),
                // Rows name other rows by number only if beads have moved.
                moves ? bead : new Bead(nowhere, nowhere, bead.confidence(), bead.reasons(), false),
                text.type(bead).label(),
                article.pin(i)));
      }
      return rows;
    }

    /** Returns the position after a move of the bead's first sentence. */
    static int follow(OpenArticle before, int bead, OpenArticle after) {
      Bead old = before.beads().get(bead);
      boolean inSource = !old.source().isEmpty();
      Segment first =
          inSource
              ? before.alignment().source().get(old.source().start())
              : before.alignment().target().get(old.target().start());
      for (int i = 0; i < after.beads().size(); i++) {
        Bead now = after.beads().get(i);
        List<Segment> segments =
            inSource
                ? now.source().of(after.alignment().source())
                : now.target().of(after.alignment().target());
        if (segments.stream().anyMatch(one -> holds(one, first))) {
          return i;
        }
      }
      return Math.min(bead, after.beads().size() - 1);
    }

    /** Whether {@code one} contains the start of {@code other}, which a move may have cut. */
    private static boolean holds(Segment one, Segment other) {
      int start = other.span().start();
      return one.blockIndex() == other.blockIndex()
          && one.span().start() <= start
          && start < one.span().end();
    }
  }
}
