package ballast.workbench;

import ballast.app.Notices;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ChangeFilter;
import ballast.app.revisions.DiffPage;
import ballast.app.revisions.ReviewExport;
import ballast.app.revisions.ReviewImport;
import ballast.app.revisions.ReviewPage;
import ballast.app.revisions.RevisionComparison;
import ballast.app.revisions.VersionReading;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.app.units.DocumentHistory;
import ballast.app.units.DocumentHistory.Entry;
import ballast.app.units.DocumentHistory.Line;
import ballast.bitext.InputException;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.revise.ReviewAnswers;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The room of the revisions: lists them for each document, and shows the changes between them. */
public final class RevisionsRoom {

  private final Bench bench;
  private final MemoryDesk desk;
  private final Shell shell;
  private final RevisionComparison comparison;
  private final ReviewExport changes = new ReviewExport();

  public RevisionsRoom(Bench bench, Shell shell) {
    this.bench = bench;
    this.desk = new MemoryDesk(bench);
    this.shell = shell;
    this.comparison = new RevisionComparison(bench.workplace(), Notices.NONE);
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.REVISIONS, call -> page(call, "")),
        Route.page("/revisions/log", this::line),
        Route.change("/revisions/undo", this::reverse),
        Route.upload("/revisions/file", this::compareFile),
        shell.route(Room.REVISIONS, "/revisions/review", this::reviewPage),
        Route.change("/revisions/review", this::answer));
  }

  private Answer page(Call call, String said) throws IOException {
    Parameters query = call.parameters();
    String document = query.text("document");
    Shell.Page frame = Shell.Page.of(Room.REVISIONS, Words.of(call).say("room.revisions"));
    if (!bench.hasMemory()) {
      return shell.empty(call, Room.REVISIONS);
    }
    try (Memory memory = bench.memory().openForReading()) {
      if (document.isEmpty()) {
        List<DocumentSummary> documents = memory.documents();
        return documents.isEmpty()
            ? shell.empty(call, Room.REVISIONS)
            : shell.page(
                call,
                frame,
                (out, words) -> JteRevisionsRoomPageGenerated.render(out, null, words, documents));
      }
      DocumentHistory history = DocumentHistory.of(memory, document);
      Chosen chosen = Chosen.of(query, history.revisions().size());
      DiffPage compared = compare(memory, document, chosen);
      return shell.page(
          call,
          frame,
          (out, words) ->
              JteRevisionsDocumentGenerated.render(
                  out,
                  null,
                  words,
                  history,
                  chosen.old(),
                  chosen.revised(),
                  chosen.last(),
                  compared,
                  said));
    }
  }

  /**
   * The revisions to compare.
   *
   * @param old number of the oldest; 0 if nothing is compared
   * @param revised number of the revision compared with it
   * @param last number of the review of {@code revised}; 0 if there is none
   */
  private record Chosen(int old, int revised, int last) {

    /** Returns the user's choice, or by default the last two revisions. */
    static Chosen of(Parameters query, int count) {
      int revised = query.number("to", 1, count, count);
      int old = query.number("from", 1, count, revised - 1);
      int last = query.number("then", 1, count, 0);
      return old < 1 || old == revised ? new Chosen(0, 0, 0) : new Chosen(old, revised, last);
    }
  }

  /** Returns the commands of a line with the sentences that they changed. */
  private Answer line(Call call) throws IOException {
    String document = call.query().required("document");
    try (Memory memory = bench.memory().openForReading()) {
      Line line = line(memory, call.query());
      Set<Long> reversible = new HashSet<>();
      for (Entry entry : line.entries()) {
        if (isReversible(memory.care(), entry.command())) {
          reversible.add(entry.command().number());
        }
      }
      return Shell.part(
          call,
          (out, words) ->
              JteRevisionsLineGenerated.render(
                  out, null, words, bench, document, line, reversible));
    }
  }

  private static Line line(Memory memory, Parameters query) {
    long first = query.number("first", 1, Integer.MAX_VALUE, 1);
    long last = query.number("last", 1, Integer.MAX_VALUE, 1);
    List<Entry> entries =
        DocumentHistory.of(memory, query.required("document")).revisions().stream()
            .flatMap(part -> part.entries().stream())
            .filter(one -> one.command().number() >= first && one.command().number() <= last)
            .toList();
    if (entries.isEmpty()) {
      throw RefusedException.notFound("there is no such command");
    }
    return new Line(entries);
  }

  private boolean isReversible(MemoryCare care, CommandInfo command) {
    try {
      return reverse(care, command).isPresent();
    } catch (InputException e) {
      return false;
    }
  }

  /** Undoes a command, or redoes one that was undone. */
  private Optional<CommandInfo> reverse(MemoryCare care, CommandInfo command) {
    return care.reverse(command.takenBack(), Choice.numbered(command.number()), desk.origin(""));
  }

  /** Undoes the commands of a line, the newest first, or redoes one. */
  private Answer reverse(Call call) throws IOException {
    Words words = Words.of(call);
    List<Entry> done = new ArrayList<>();
    String refused = "";
    try (Memory memory = bench.memory().openExisting(WriteOptions.at(bench.workplace().clock()))) {
      for (Entry entry : line(memory, call.form()).entries()) {
        reverse(memory.care(), entry.command()).ifPresent(command -> done.add(entry));
      }
    } catch (InputException e) {
      refused = CommandNames.refusal(words, e);
    }
    if (done.isEmpty()) {
      throw RefusedException.conflict(refused.isEmpty() ? words.say("undo.nothing") : refused);
    }
    String key = done.get(0).command().takenBack() ? "memory.redone" : "memory.undone";
    String said = words.say(key, CommandNames.name(words, new Line(done)));
    return page(call, (said + "\n" + refused).strip());
  }

  private @Nullable DiffPage compare(Memory memory, String document, Chosen chosen) {
    if (chosen.old() == 0) {
      return null;
    }
    List<Integer> numbers =
        chosen.last() == 0
            ? List.of(chosen.old(), chosen.revised())
            : List.of(chosen.old(), chosen.revised(), chosen.last());
    return compare(new RevisionComparison.Revisions(memory, document, numbers));
  }

  private DiffPage compare(RevisionComparison.Subject subject) {
    return DiffPage.of(
        comparison.compare(
            subject,
            new RevisionComparison.Options(
                VersionReading.DEFAULT,
                Glossaries.OF_PROJECT,
                ChangeFilter.CHANGES,
                DiffPage.MAX_ROWS)));
  }

  /** Compares a file with the latest revision; the file is not kept. */
  private Answer compareFile(Call call) throws IOException {
    Parameters query = call.query();
    String document = query.required("document");
    String name = query.required("name");
    if (!bench.hasMemory()) {
      throw RefusedException.notFound("there is no memory yet");
    }
    try (Memory memory = bench.memory().openForReading()) {
      DiffPage compared =
          compare(
              new RevisionComparison.LatestAndText(
                  memory, document, new VersionFile(name, call.file().toString())));
      return Shell.part(
          call, (out, words) -> JteComparedRevisionsGenerated.render(out, null, words, compared));
    }
  }

  /** Shows the changes of a document, to answer each of them. */
  private Answer reviewPage(Call call) throws IOException {
    String document = call.query().required("document");
    int since = since(call.query());
    ReviewPage review = ReviewPage.of(review(document, since, /* unchanged= */ false));
    ReviewList list = new ReviewList(document, since, review, call.query());
    return shell.page(
        call,
        Shell.Page.of(Room.REVISIONS, Words.of(call).say("revisions.review.of", document))
            .withKeys("j", "k", "a", "r", "e", "c", "x", "X", "z", "Z"),
        (out, words) -> JteReviewRoomPageGenerated.render(out, null, words, list));
  }

  /** The number of the revision to compare with; 0 for the last but one. */
  private static int since(Parameters given) {
    return given.number("since", 0, Integer.MAX_VALUE, 0);
  }

  private ReviewExport.Result review(String document, int since, boolean unchanged) {
    if (!bench.hasMemory()) {
      throw RefusedException.notFound("there is no memory yet");
    }
    OptionalInt revision = since == 0 ? OptionalInt.empty() : OptionalInt.of(since);
    try (Memory memory = bench.memory().openForReading()) {
      return changes.export(new ReviewExport.Request(memory, document, revision, unchanged));
    }
  }

  /** Imports one answer like a row of the table of {@code review export}. */
  private Answer answer(Call call) throws IOException {
    Parameters form = call.form();
    String document = form.required("document");
    String key = form.required("key");
    ReviewAnswers.Row row =
        new ReviewAnswers.Row(
            1,
            key,
            form.text("source"),
            form.text("target"),
            /* comment= */ "",
            form.text("answer"));
    Origin origin = desk.origin("review of " + document);
    ReviewImport.Result result =
        new ReviewImport(bench.workplace(), Notices.NONE)
            .take(bench.memory(), document, List.of(row), origin);
    for (ReviewAnswers.Problem problem : result.problems()) {
      throw RefusedException.conflict(problem.reason());
    }
    return reviewLine(call, document, key.split(":", -1)[1]).with("HX-Trigger", "reviewed");
  }

  /**
   * Returns the present line of a unit. After an edit it may no longer differ from the old version.
   */
  private Answer reviewLine(Call call, String document, String unit) throws IOException {
    int since = since(call.form());
    ReviewPage review = ReviewPage.of(review(document, since, /* unchanged= */ true));
    ReviewExport.Line line =
        review.lines().stream()
            .filter(one -> one.unit().id().equals(unit) && !one.isRemoved())
            .findFirst()
            .orElseThrow(() -> RefusedException.conflict("the sentence is no longer there"));
    boolean olds = call.form().has("olds");
    return Shell.part(
        call,
        (out, words) ->
            JteReviewRoomLineGenerated.render(
                out, null, words, document, since, review, line, olds));
  }
}
