package ballast.workbench;

import ballast.app.align.AlignedText;
import ballast.app.align.BeadMove;
import ballast.app.align.BeadRows;
import ballast.app.align.Cut;
import ballast.app.align.JteLooksGenerated;
import ballast.app.align.OpenArticle;
import ballast.app.align.OpenArticle.ChangedFileException;
import ballast.app.align.UnmatchedBlock;
import ballast.app.page.Json;
import ballast.app.page.PageOutput;
import ballast.app.units.MemoryEdits;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows the beads of an article, and moves them. */
public final class AlignRoom implements AutoCloseable {

  /** Minimum confidence of a sure bead. */
  private static final double SURE = 0.85;

  /** Maximum sentences of one move of a boundary. */
  private static final int MAX_SHIFTED = 1_000;

  private static final int OK = 200;

  private final Bench bench;
  private final UnitEditor editing;
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
    this.editing = new UnitEditor(bench);
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
        Route.page("/align/open", this::open),
        Route.page("/align/rows", this::rows),
        Route.page("/align/bead", call -> part(call, this::bead)),
        Route.page("/align/looks", call -> part(call, this::looks)),
        Route.page("/align/text", call -> part(call, this::text)),
        Route.change("/align/edit", this::edit),
        Route.change("/align/move", this::move),
        Route.change("/align/undo", call -> reverse(call, /* redo= */ false)),
        Route.change("/align/redo", call -> reverse(call, /* redo= */ true)));
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
    Words words = Words.of(call);
    AlignPage page =
        explained(
            words,
            () ->
                desk.current(document)
                    .map(shown -> page(call, shown))
                    .or(() -> desk.stored(document).map(stored -> AlignPage.of(stored, words)))
                    .orElseGet(() -> page(call, desk.open(document))));
    return shell.page(
        call,
        Shell.Page.of(Room.ALIGN, document).withKeys(AlignPage.keys()),
        (out, said) -> JteAlignRoomPageGenerated.render(out, null, said, page));
  }

  /** What {@code opening} returns; if the article's files have changed, how to align it again. */
  private static <T> T explained(Words words, Supplier<T> opening) {
    try {
      return opening.get();
    } catch (ChangedFileException e) {
      String button = words.say("articles.align");
      String why = words.say("align.changed", e.file(), button, words.say("room.articles"));
      throw new InputException(why, "", e);
    }
  }

  private AlignPage page(Call call, Desk.Shown shown) {
    return AlignPage.of(shown, desk.edited(shown), Words.of(call));
  }

  /** Opens the article of a page that shows it as stored; answers when moves can be made. */
  private Answer open(Call call) throws IOException {
    String document = call.query().required("document");
    Desk.Shown shown = explained(Words.of(call), () -> desk.open(document));
    String map = page(call, shown).rows().map();
    // A page has no place for problems that the files have with the memory, so it starts again.
    boolean isNew = !shown.article().problems().isEmpty();
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.put("state", shown.state()).put("map", map).put("anew", isNew);
          }
        });
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

  /**
   * Returns rows: of an article that is not open yet as the memory has them, else with the terms if
   * they have been found, or if the page waits for them.
   */
  private Answer rows(Call call) throws IOException {
    Words words = Words.of(call);
    String document = call.query().required("document");
    Optional<AlignPage> page;
    if (call.query().text("state").isEmpty()) {
      page = desk.stored(document).map(stored -> AlignPage.of(stored, words));
    } else {
      Optional<Desk.Shown> shown = desk.find(document, call.query().required("state"));
      if (!call.query().text("terms").isEmpty()) {
        shown.ifPresent(one -> await(one.terms()));
      }
      page = shown.map(one -> page(call, one));
    }
    return page.isPresent() ? rows(call, page.get()) : Answer.nothing();
  }

  private static Answer rows(Call call, AlignPage page) throws IOException {
    int beads = page.text().alignment().beads().size();
    int from = call.query().number("from", 0, beads, 0);
    int to = call.query().number("to", from, beads, from);
    return Shell.part(
        call, (out, words) -> JteAlignRowsGenerated.render(out, null, page, new Range(from, to)));
  }

  private static void await(CompletableFuture<?> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof InputException wrong ? wrong : e;
    }
  }

  private Answer bead(Call call, Desk.Shown shown) throws IOException {
    int bead = call.query().number("bead", 0, shown.article().beads().size() - 1, 0);
    return Shell.part(
        call,
        (out, words) ->
            JteAlignAsideGenerated.render(out, null, words, page(call, shown), bead, bench));
  }

  private Answer looks(Call call, Desk.Shown shown) throws IOException {
    return Shell.part(
        call, (out, words) -> JteLooksGenerated.render(out, null, page(call, shown).rows()));
  }

  private Answer move(Call call) throws IOException {
    Parameters form = call.form();
    Desk.Shown shown = shown(form);
    AlignPage before = page(call, shown);
    Desk.Shown after = desk.move(shown, move(form, before.article().beads().size()));
    boolean isSame = after.state().equals(shown.state());
    String said = isSame ? "said.nothing" : "said." + form.required("move");
    return changed(call, before, page(call, after), Words.of(call).say(said));
  }

  /** Returns the translation of a bead to be edited; "" if the bead is no unit. */
  private Answer text(Call call, Desk.Shown shown) {
    int bead = call.query().number("bead", 0, shown.article().beads().size() - 1, 0);
    return Answer.text(OK, desk.unit(shown, bead).map(Unit::target).orElse(""));
  }

  /** Changes a translation in the memory. Its row shows that; its file does not have it yet. */
  private Answer edit(Call call) throws IOException {
    Parameters form = call.form();
    Desk.Shown shown = shown(form);
    Words words = Words.of(call);
    AlignPage before = page(call, shown);
    Unit unit =
        desk.unit(shown, chosen(call, before))
            .orElseThrow(() -> RefusedException.badRequest("this bead is no unit"));
    MemoryEdits.Corrected result =
        editing.correct(unit.id(), form.required("known"), form.text("target").strip(), "");
    return switch (result.outcome()) {
      case SAVED -> changed(call, before, page(call, shown), words.say("memory.saved"));
      case SAME -> changed(call, before, before, words.say("said.nothing"));
      case CHANGED_ELSEWHERE -> overtaken(words, result.unit());
    };
  }

  private static Answer overtaken(Words words, Unit now) throws IOException {
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.put("known", now.target());
            json.put(
                "refused",
                words.say("memory.conflict", now.provenance().author())
                    + "\n"
                    + now.target()
                    + "\n"
                    + words.say("align.conflict.again"));
          }
        });
  }

  /** Undoes or redoes the last command on the article, after a question if there is one. */
  private Answer reverse(Call call, boolean redo) throws IOException {
    Desk.Shown shown = shown(call.form());
    AlignPage before = page(call, shown);
    chosen(call, before);
    Words words = Words.of(call);
    try {
      Optional<CommandInfo> next = desk.next(shown, redo);
      if (next.isEmpty()) {
        return only("refused", words.say(redo ? "redo.nothing" : "undo.nothing"));
      }
      CommandInfo command = next.get();
      String name = CommandNames.name(words, command);
      String document = shown.article().document();
      String question =
          redo ? null : CommandNames.question(words, bench, name, List.of(command), document);
      // Another command may have run since the question, so the answer repeats it.
      if (question != null && !question.equals(call.form().text("accepted"))) {
        return only("question", question);
      }
      AlignPage after = page(call, desk.reverse(shown, command, redo));
      return changed(
          call, before, after, words.say(redo ? "memory.redone" : "memory.undone", name));
    } catch (InputException e) {
      return only("refused", CommandNames.refusal(words, e));
    }
  }

  private static Answer only(String field, String text) throws IOException {
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.put(field, text);
          }
        });
  }

  private Desk.Shown shown(Parameters parameters) {
    return desk.shown(parameters.required("document"), parameters.required("state"));
  }

  /** Returns the chosen bead. Called before any action, because the number may be invalid. */
  private static int chosen(Call call, AlignPage before) {
    return call.form().number("bead", 0, before.article().beads().size() - 1, 0);
  }

  private static Answer changed(Call call, AlignPage before, AlignPage page, String said)
      throws IOException {
    OpenArticle old = before.article();
    OpenArticle now = page.article();
    int first = equalRows(before, page, 0, /* fromEnd= */ false);
    int behind = equalRows(before, page, first, /* fromEnd= */ true);
    Range added = new Range(first, now.beads().size() - behind);
    int bead = chosen(call, before);
    StringWriter rows = new StringWriter();
    PageOutput.write(rows, out -> JteAlignRowsGenerated.render(out, null, page, added));
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.put("state", page.state());
            json.put("map", page.rows().map());
            json.put("first", first);
            json.put("removed", old.beads().size() - behind - first);
            json.put("added", added.size());
            json.put("rows", rows.toString());
            json.put("select", follow(old, bead, now));
            json.put("said", said);
          }
        });
  }

  /**
   * Counts the rows that look the same in two states, up to the first other one.
   *
   * @param counted rows at the other end, which do not count
   */
  private static int equalRows(AlignPage one, AlignPage other, int counted, boolean fromEnd) {
    int ones = one.article().beads().size();
    int others = other.article().beads().size();
    boolean isMoved = hasMoved(one.article());
    boolean isOtherMoved = hasMoved(other.article());
    Map<Integer, UnmatchedBlock> blocks = UnmatchedBlock.byBead(one.text());
    Map<Integer, UnmatchedBlock> otherBlocks = UnmatchedBlock.byBead(other.text());
    int equal = 0;
    while (equal < Math.min(ones, others) - counted
        && row(one, fromEnd ? ones - 1 - equal : equal, isMoved, blocks)
            .equals(row(other, fromEnd ? others - 1 - equal : equal, isOtherMoved, otherBlocks))) {
      equal++;
    }
    return equal;
  }

  private static boolean hasMoved(OpenArticle article) {
    return article.beads().stream().anyMatch(Bead::moved);
  }

  /** Returns the content of a row. Rows name other rows by number only if beads have moved. */
  private static List<@Nullable Object> row(
      AlignPage page, int number, boolean hasMoved, Map<Integer, UnmatchedBlock> blocks) {
    OpenArticle article = page.article();
    AlignedText text = article.text();
    UnmatchedBlock block = blocks.get(number);
    Bead bead = article.beads().get(number);
    return Arrays.asList(
        text.sourceSentences(bead),
        text.targetSentences(bead),
        hasMoved ? bead : List.of(bead.confidence(), bead.reasons()),
        text.type(bead),
        block != null && block.beads().start() == number ? block.toString() : "",
        article.pin(number),
        page.rows().edited(number, Side.TARGET));
  }

  /** Returns the position after a move of the bead's first sentence. */
  private static int follow(OpenArticle before, int bead, OpenArticle after) {
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

  private static BeadMove move(Parameters form, int beads) {
    int bead = bead(form, "bead", beads);
    int last = form.number("last", bead, beads - 1, bead);
    return switch (form.required("move")) {
      case "confirm" -> BeadMove.confirm(bead, last);
      case "confirm-sure" -> BeadMove.confirmSure(SURE);
      case "link" -> BeadMove.link(bead, bead(form, "other", beads));
      case "merge" -> BeadMove.merge(bead, bead + 1);
      case "realign" -> BeadMove.realign(bead, last);
      case "release" -> BeadMove.release(bead);
      case "shift-down" -> BeadMove.shift(bead, side(form), sentences(form));
      case "shift-rest" -> BeadMove.shiftRest(bead, side(form));
      case "shift-up" -> BeadMove.shift(bead, side(form), -sentences(form));
      case "split" -> BeadMove.split(bead, cut(form, "source"), cut(form, "target"));
      case "swap" -> BeadMove.swap(bead);
      case "type" -> BeadMove.setType(bead, type(form));
      case "unlink" -> BeadMove.unlink(bead);
      default -> throw RefusedException.badRequest("there is no such move");
    };
  }

  private static int sentences(Parameters form) {
    return form.number("sentences", 1, MAX_SHIFTED, 1);
  }

  private static int bead(Parameters form, String name, int beads) {
    form.required(name);
    return form.number(name, 0, beads - 1, 0);
  }

  private static Cut cut(Parameters form, String side) {
    return new Cut(
        form.number(side, 0, Integer.MAX_VALUE, 0),
        form.number(side + "-offset", 0, Integer.MAX_VALUE, 0));
  }

  private static Side side(Parameters form) {
    return switch (form.required("side")) {
      case "source" -> Side.SOURCE;
      case "target" -> Side.TARGET;
      default -> throw RefusedException.badRequest("a side is source or target");
    };
  }

  private static BlockType type(Parameters form) {
    return switch (form.required("type")) {
      case "paragraph" -> BlockType.PARAGRAPH;
      case "heading" -> BlockType.HEADING;
      case "furniture" -> BlockType.FURNITURE;
      default -> throw RefusedException.badRequest("a type is paragraph, heading or furniture");
    };
  }
}
