package ballast.report.revision;

import ballast.report.page.Json;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.Edit;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisionSummary;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import ballast.workflow.revise.RevisionView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ballast diff} gives a program; the contract is in {@code src/site/markdown/json.md}.
 */
public final class DiffJson {

  private DiffJson() {}

  /** One object, and a line break. */
  public static void write(Writer out, RevisionView view) throws IOException {
    try (Json json = Json.line(out)) {
      writeName(json, "old", view.old());
      writeName(json, "new", view.revised());
      json.array("changes");
      for (Change change : view.shown()) {
        writeChange(json, change);
      }
      json.end();
      writeSummary(json, view);
    }
  }

  private static void writeName(Json json, String field, RevisionView.Name name)
      throws IOException {
    json.object(field);
    json.put("name", name.name());
    json.put("language", name.language());
    json.end();
  }

  private static void writeChange(Json json, Change change) throws IOException {
    json.object();
    json.put("kind", change.kind().label());
    json.strings("old", change.old().sentences());
    json.strings("new", change.revised().sentences());
    List<SourceText> sources = change.sources();
    json.strings("source", texts(sources.stream().map(SourceText::current).toList()));
    if (change.isSourceChanged()) {
      json.strings("oldSource", texts(sources.stream().map(SourceText::old).toList()));
    }
    writePlace(json, "old", change.old());
    writePlace(json, "new", change.revised());
    json.number("rate", rounded(change.rate().rate()));
    json.number("characterRate", rounded(change.rate().characterRate()));
    json.array("edits");
    for (Edit edit : change.edits()) {
      writeEdit(json, change, edit);
    }
    json.end();
    json.array("terms");
    for (TermEffect effect : change.terms()) {
      writeTerm(json, effect);
    }
    json.end();
    json.end();
  }

  private static List<String> texts(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  private static void writePlace(Json json, String which, Change.Side side) throws IOException {
    if (side.line() > 0) {
      json.put(which + "Line", side.line());
      json.put(which + "Sentence", side.inParagraph());
    }
  }

  static void writeEdit(Json json, Change change, Edit edit) throws IOException {
    json.object();
    json.put("class", edit.editClass().label());
    json.put("old", edit.oldText());
    json.put("new", edit.newText());
    json.span("oldSpan", change.old().text(), edit.old());
    json.span("newSpan", change.revised().text(), edit.revised());
    json.end();
  }

  private static void writeTerm(Json json, TermEffect effect) throws IOException {
    json.object();
    json.put("effect", effect.kind().label());
    json.put("concept", effect.problem().concept());
    json.put("term", effect.problem().term());
    json.strings("expected", effect.problem().expected());
    json.put("message", effect.problem().message());
    json.end();
  }

  private static void writeSummary(Json json, RevisionView view) throws IOException {
    RevisionSummary summary = view.summary();
    json.object("summary");
    json.put("differences", view.report().differences().size());
    json.put("listed", view.shown().size());
    json.put("unchanged", summary.kinds().getOrDefault(ChangeKind.UNCHANGED, 0));
    json.number("rate", rounded(summary.rate().rate()));
    json.number("characterRate", rounded(summary.rate().characterRate()));
    json.put("edits", summary.rate().edits());
    json.put("words", summary.rate().words());
    writeCounts(json, "kinds", summary.kinds());
    writeCounts(json, "classes", summary.classes());
    json.object("bands");
    for (var band : summary.bands().entrySet()) {
      json.put(band.getKey().label(), band.getValue());
    }
    json.end();
    writeCounts(json, "terms", summary.terms());
    json.array("repeated");
    for (RepeatedEdit edit : summary.repeated()) {
      json.object();
      json.put("old", edit.old());
      json.put("new", edit.revised());
      json.put("times", edit.times());
      json.end();
    }
    json.end();
    json.end();
  }

  private static void writeCounts(Json json, String field, Map<? extends Enum<?>, Integer> counts)
      throws IOException {
    json.object(field);
    for (var count : counts.entrySet()) {
      json.put(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
    }
    json.end();
  }

  static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
