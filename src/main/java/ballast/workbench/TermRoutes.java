package ballast.workbench;

import ballast.app.Notices;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.glossary.TermEdits;
import ballast.app.glossary.TermEdits.Table;
import ballast.app.glossary.TermEdits.TermException;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds, changes and removes terms in a form that every room opens. */
final class TermRoutes {

  private final Bench bench;
  private final FileChanges changes;
  private final TermEdits edits;

  TermRoutes(Bench bench, FileChanges changes) {
    this.bench = bench;
    this.changes = changes;
    this.edits = new TermEdits(bench.workplace());
  }

  List<Route> routes() {
    return List.of(Route.page("/terms/form", this::form), Route.change("/terms/save", this::save));
  }

  /** Returns the rows of a Chinese term. */
  private List<Concept> rows(String zh) {
    return Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE).stream()
        .filter(row -> row.zhForms().contains(zh))
        .toList();
  }

  /** Returns a term as the glossaries have it. */
  private Optional<TermFields> find(TermFields known) {
    return rows(known.zh()).stream()
        .filter(row -> row.id().equals(known.id()))
        .flatMap(row -> row.en().stream().map(term -> TermFields.of(row, term, known.zh())))
        .filter(one -> one.was().equals(known.was()))
        .findFirst();
  }

  private Answer form(Call call) throws IOException {
    TermFields asked = TermFields.of(call.query());
    return part(
        call, asked.isNew() ? proposed(asked, call.query()) : find(asked).orElse(asked), "");
  }

  /** Fills in the other language and the status. */
  private TermFields proposed(TermFields asked, Parameters query) {
    GlossaryQueries queries = new GlossaryQueries(bench.workplace(), Notices.NONE, bench.lexicon());
    String zh = asked.zh();
    String en = asked.en();
    if (en.isEmpty()) {
      en = queries.rendering(zh, query.text("text-zh"), query.text("text-en"));
    } else if (zh.isEmpty()) {
      zh = queries.rendering(en, query.text("text-en"), query.text("text-zh"));
    }
    boolean isKnown =
        rows(zh).stream()
            .flatMap(row -> row.en().stream())
            .anyMatch(term -> term.status() == TermStatus.PREFERRED);
    TermStatus status = isKnown ? TermStatus.ADMITTED : TermStatus.PREFERRED;
    return new TermFields(zh, en, status.label(), "", "", "", "", "");
  }

  /** Returns the form, with the present state of the files. */
  private Answer part(Call call, TermFields fields, String refused) throws IOException {
    List<Table> tables = edits.tables();
    List<Term> known = rows(fields.zh()).stream().flatMap(row -> row.en().stream()).toList();
    return Shell.part(
        call,
        (out, words) ->
            JteTermFormGenerated.render(out, null, words, fields, tables, known, refused));
  }

  /** Saves or removes a term, if the files are as the page has shown them. */
  private Answer save(Call call) throws IOException {
    TermFields fields = TermFields.of(call.form());
    Words words = Words.of(call);
    boolean isRemoved = call.form().has("remove");
    try {
      edits.requireUnchanged(GlossaryRoom.shown(call.form()));
      FileChanges.Made made =
          changes.ofGlossary(
              fields.zh(), () -> isRemoved ? remove(fields, words) : write(fields, words));
      String text = words.say("term.done", made.term(), made.text());
      return Shell.part(
              call,
              (out, say) ->
                  JteTermNoticeGenerated.render(out, null, say, text, made.term(), made.number()))
          .with("HX-Trigger", "glossary-changed, check-changed");
    } catch (InputException e) {
      return part(call, fields, refusal(words, fields, e)).asConflict();
    }
  }

  private String remove(TermFields old, Words words) {
    edits.remove(new TermEdits.Chosen(old.zh(), old.was(), old.id()), /* dryRun= */ false);
    return words.say("term.removed", old.was());
  }

  /** Returns what was done. */
  private String write(TermFields now, Words words) {
    TermStatus status =
        TermStatus.ofLabel(now.status())
            .orElseThrow(() -> RefusedException.badRequest("there is no such status"));
    if (now.isNew()) {
      String note = now.note().isEmpty() ? null : now.note();
      TermEdits.NewTerm term =
          new TermEdits.NewTerm(
              now.zh(), now.en(), status, List.of(), now.domains(), note, now.file());
      return words.say("term.added", now.en(), edits.add(term, /* dryRun= */ false));
    }
    TermFields old = find(now).orElse(now);
    edits.edit(
        new TermEdits.Chosen(now.zh(), now.was(), now.id()),
        new TermEdits.Change(
            now.en().equals(old.en()) ? "" : now.en(),
            now.status().equals(old.status()) ? null : status,
            List.of(),
            now.domain().equals(old.domain()) ? null : now.domains(),
            now.note().equals(old.note()) ? null : now.note()),
        /* dryRun= */ false);
    return words.say("term.changed", now.en());
  }

  /** Returns why a term is refused and what to do, in the words of the page. */
  private static String refusal(Words words, TermFields fields, InputException e) {
    return e instanceof TermException known
        ? words.say(
            "term.refused." + known.reason().name().toLowerCase(Locale.ROOT),
            fields.zh(),
            fields.en())
        : e.getMessage() + "\n" + words.say("term.refused");
  }
}
