package ballast.workbench.glossary;

import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.Notices;
import ballast.workflow.glossary.GlossarySearch;
import ballast.workflow.glossary.TermAddition;
import ballast.workflow.project.Glossaries;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The room of the glossary: shows its entries, and adds terms that were mined. */
public final class GlossaryRoom implements AutoCloseable {

  /** Entries of a page. */
  private static final int PAGE = 100;

  private static final String CHANGED = "glossary-changed";

  private final Bench bench;
  private final Shell shell;
  private final Judging judging;
  private final Mining mining;
  private final TermAddition addition;

  /**
   * @param failures gets internal errors of work in the background
   */
  public GlossaryRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.judging = new Judging(bench, failures);
    this.mining = new Mining(bench, failures);
    this.addition = new TermAddition(bench.workplace());
  }

  /** Its pages and what they send. */
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
            : new GlossarySearch()
                .search(new GlossarySearch.Request(rows, text, Integer.MAX_VALUE))
                .concepts();
    return onlyFindings
        ? found.stream().filter(concept -> !judged.findingsOf(concept.id()).isEmpty()).toList()
        : found;
  }

  /** Whether uses are still counted; the page asks until they are not. */
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
    addition.add(new TermAddition.Request(table, form.text("concept"), zh, en));
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

  /** The digest of the file when the page was shown: of each file it sends digest, space, name. */
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
}
