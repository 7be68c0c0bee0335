package ballast.workbench.revisions;

import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;
import ballast.report.revision.DiffHtml;
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
import ballast.workflow.project.Glossaries;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.RevisionComparison;
import ballast.workflow.revise.VersionFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The room of the revisions: lists those of each document, and shows what changed between them. */
public final class RevisionsRoom {

  private final Bench bench;
  private final Shell shell;
  private final RevisionComparison comparison;
  private final ReviewRoutes review;

  public RevisionsRoom(Bench bench, Shell shell) {
    this.bench = bench;
    this.shell = shell;
    this.comparison = new RevisionComparison(bench.workplace(), Notices.NONE);
    this.review = new ReviewRoutes(bench, shell);
  }

  /** Its pages and what they send. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(shell.route(Room.REVISIONS, this::page));
    routes.add(Route.upload("/revisions/file", this::compareFile));
    routes.addAll(review.routes());
    return routes;
  }

  private Answer page(Call call) throws IOException {
    String document = call.query().text("document");
    Shell.Page frame = Shell.Page.of(Room.REVISIONS, Words.of(call).say("room.revisions"));
    if (!bench.hasMemory()) {
      return shell.page(
          call, frame, (html, words) -> new RevisionsHtml(html, words).writeDocuments(List.of()));
    }
    try (Memory memory = bench.memory().openForReading()) {
      if (document.isEmpty()) {
        List<DocumentSummary> documents = memory.documents();
        return shell.page(
            call, frame, (html, words) -> new RevisionsHtml(html, words).writeDocuments(documents));
      }
      List<RevisionInfo> revisions = memory.revisions(document);
      Chosen chosen = Chosen.of(call.query(), revisions.size());
      Optional<ComparedVersions> compared = compare(memory, document, chosen);
      return shell.page(
          call,
          frame,
          (html, words) -> {
            RevisionsHtml room = new RevisionsHtml(html, words);
            room.writeDocument(document, revisions, chosen);
            room.writeCompared(compared);
          });
    }
  }

  private Optional<ComparedVersions> compare(Memory memory, String document, Chosen chosen) {
    if (chosen.old() == 0) {
      return Optional.empty();
    }
    RevisionComparison.Subject subject =
        chosen.last() == 0
            ? new RevisionComparison.Revisions(memory, document, chosen.old(), chosen.revised())
            : new RevisionComparison.ThreeRevisions(
                memory, document, chosen.old(), chosen.revised(), chosen.last());
    return Optional.of(compare(subject));
  }

  private ComparedVersions compare(RevisionComparison.Subject subject) {
    return comparison.compare(
        RevisionComparison.Request.of(subject)
            .with(Glossaries.OF_PROJECT)
            .withMaxWhole(DiffHtml.MAX_ROWS));
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
      ComparedVersions compared =
          compare(
              new RevisionComparison.LatestAndText(
                  memory, document, new VersionFile(name, call.file().toString())));
      return Shell.part(
          call,
          (html, words) -> new RevisionsHtml(html, words).writeCompared(Optional.of(compared)));
    }
  }
}
