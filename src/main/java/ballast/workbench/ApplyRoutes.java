package ballast.workbench;

import ballast.app.align.DocumentCorrection;
import ballast.app.align.DocumentCorrection.Request;
import ballast.app.align.DocumentCorrection.Result;
import ballast.app.project.Project;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.memory.Memory;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes translations that have changed in the memory into their documents, in every room, as
 * {@code ballast apply} does.
 */
final class ApplyRoutes {

  /** Maximum documents to compare with the memory: each is read. */
  private static final int MAX_DOCUMENTS = 20;

  private final Bench bench;
  private final DocumentCorrection correction;

  ApplyRoutes(Bench bench) {
    this.bench = bench;
    this.correction = new DocumentCorrection(bench.workplace());
  }

  List<Route> routes() {
    return List.of(Route.page("/apply", this::count), Route.change("/apply", this::write));
  }

  private Answer count(Call call) throws IOException {
    ApplyOffers offers = offers(call, List.of());
    return Shell.part(
        call, (out, words) -> JteApplyOffersGenerated.render(out, null, words, offers));
  }

  /**
   * @param written comes first
   */
  private ApplyOffers offers(Call call, List<ApplyOffers.Offer> written) {
    String chosen = call.query().text("document");
    List<String> edited = edited(chosen);
    Stream<ApplyOffers.Offer> others =
        edited.stream()
            .limit(MAX_DOCUMENTS)
            .filter(name -> written.stream().noneMatch(one -> one.document().equals(name)))
            .map(this::offer);
    return new ApplyOffers(
        chosen.isEmpty() ? "/apply" : "/apply?document=" + Links.encoded(chosen),
        Stream.concat(written.stream(), others).toList(),
        Math.max(0, edited.size() - MAX_DOCUMENTS));
  }

  private List<String> edited(String chosen) {
    if (!bench.hasMemory()) {
      return List.of();
    }
    try (Memory memory = bench.memory().openForReading()) {
      return memory.editedDocuments().stream()
          .filter(document -> chosen.isEmpty() || chosen.equals(document))
          .toList();
    }
  }

  private ApplyOffers.Offer offer(String document) {
    try {
      return ApplyOffers.Offer.of(correct(document, /* isTracked= */ false));
    } catch (InputException e) {
      return ApplyOffers.Offer.problem(e);
    }
  }

  private Result correct(String document, boolean isTracked) {
    String name =
        correction
            .file(bench.memory(), document)
            .orElseThrow(() -> RefusedException.notFound("there is no such article"));
    requireWritable(name);
    return correction.correct(new Request(bench.memory(), name, document, isTracked, ""));
  }

  /** Refuses a file outside the project: a page writes only there. A missing file is no matter. */
  private void requireWritable(String name) {
    Path file = bench.workplace().resolve(name);
    try {
      Path root = Project.around(bench.workplace().directory()).root().toRealPath();
      if (Files.exists(file) && !file.toRealPath().startsWith(root)) {
        throw new InputException(
            "\"" + name + "\" is outside this folder",
            "write it with: ballast apply \"" + name + "\"");
      }
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      if (Files.exists(file) && !(Files.isWritable(file) && Files.isWritable(folder))) {
        throw new AccessDeniedException(name);
      }
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  /** Writes exactly the changes shown on the page. */
  private synchronized Answer write(Call call) throws IOException {
    Words words = Words.of(call);
    Parameters form = call.form();
    String document = form.required("document");
    Result result = correct(document, form.has("tracked"));
    ApplyOffers.Offer offer = ApplyOffers.Offer.of(result);
    if (!offer.shown().equals(form.required("shown"))) {
      throw RefusedException.conflict(words.say("apply.other", result.file()));
    }
    int count = result.applied().size();
    String copy = count == 0 ? "" : correction.replace(result);
    ApplyOffers offers = offers(call, List.of(offer.written()));
    return Shell.part(
        call,
        (out, say) -> {
          JteApplyOffersGenerated.render(out, null, say, offers);
          JteDoneMessageGenerated.render(
              out, null, say.say("apply.done", count, result.file(), copy));
        });
  }
}
