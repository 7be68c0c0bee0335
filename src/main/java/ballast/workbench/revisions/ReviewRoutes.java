package ballast.workbench.revisions;

import ballast.memory.Memory;
import ballast.memory.Origin;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewRow;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.Notices;
import ballast.workflow.revise.ReviewExport;
import ballast.workflow.revise.ReviewImport;
import ballast.workflow.revise.ReviewLine;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** The review of a document: shows its changes, and takes an answer to each. */
final class ReviewRoutes {

  private static final String PATH = "/revisions/review";

  private final Bench bench;
  private final Shell shell;
  private final ReviewExport changes = new ReviewExport();
  private final ReviewImport answers;

  ReviewRoutes(Bench bench, Shell shell) {
    this.bench = bench;
    this.shell = shell;
    this.answers = new ReviewImport(bench.workplace(), Notices.NONE);
  }

  List<Route> routes() {
    return List.of(shell.route(Room.REVISIONS, PATH, this::page), Route.change(PATH, this::answer));
  }

  private Answer page(Call call) throws IOException {
    String document = call.query().required("document");
    String since = since(call.query());
    ReviewExport.Result review = review(document, since, /* unchanged= */ false);
    return shell.page(
        call,
        Shell.Page.of(Room.REVISIONS, Words.of(call).say("revisions.review.of", document)),
        (html, words) -> new ReviewHtml(html, words, document, since, review).write());
  }

  /** The number of the revision with which the document is compared; empty for the last but one. */
  private static String since(Parameters given) {
    int number = given.number("since", 0, Integer.MAX_VALUE, 0);
    return number == 0 ? "" : Integer.toString(number);
  }

  private ReviewExport.Result review(String document, String since, boolean unchanged) {
    if (!bench.hasMemory()) {
      throw RefusedException.notFound("there is no memory yet");
    }
    OptionalInt revision =
        since.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(since));
    try (Memory memory = bench.memory().openForReading()) {
      return changes.export(new ReviewExport.Request(memory, document, revision, unchanged));
    }
  }

  /** Takes one answer as a row of the table of {@code review export} is taken. */
  private Answer answer(Call call) throws IOException {
    Parameters form = call.form();
    String document = form.required("document");
    String key = form.required("key");
    ReviewRow row =
        new ReviewRow(
            1,
            key,
            form.text("source"),
            form.text("target"),
            form.text("comment"),
            form.text("answer"));
    Origin origin = new Origin(bench.workplace().author(), "workbench: review of " + document);
    ReviewImport.Result result =
        answers.take(
            new ReviewImport.Answers(bench.memory(), document, List.of(row), origin), edit -> {});
    for (ReviewAnswers.Problem problem : result.problems()) {
      throw RefusedException.conflict(problem.reason());
    }
    return line(call, document, key.split(":", -1)[1]).with("HX-Trigger", "reviewed");
  }

  /** The line of a unit as it is now; with an edit it may no longer differ from the old version. */
  private Answer line(Call call, String document, String unit) throws IOException {
    String since = since(call.form());
    ReviewExport.Result review = review(document, since, /* unchanged= */ true);
    ReviewLine line =
        review.lines().stream()
            .filter(one -> one.unit().id().equals(unit) && !one.isRemoved())
            .findFirst()
            .orElseThrow(() -> RefusedException.conflict("the sentence is no longer there"));
    boolean olds = call.form().has("olds");
    return Shell.part(
        call,
        (html, words) ->
            new ReviewHtml(html, words, document, since, review).writeLine(line, olds));
  }
}
