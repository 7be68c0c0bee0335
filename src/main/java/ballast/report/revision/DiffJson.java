package ballast.report.revision;

import ballast.memory.HistoryEntry.Occasion;
import ballast.report.page.Json;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.ChangedBy;
import ballast.revise.Edit;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionSummary;
import ballast.revise.SameUnits;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import ballast.workflow.revise.ChangeFilter;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.LoneVersion;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the JSON of {@code ballast diff}; the contract is in {@code src/site/markdown/json.md}.
 */
final class DiffJson {

  private DiffJson() {}

  /** Writes the changes of one reviewer as one object and a line break. */
  static void write(Writer out, ComparedVersions compared) throws IOException {
    try (Json json = Json.line(out)) {
      writeRevised(json, compared);
    }
  }

  /** Writes a translation that one version only has as one object and a line break. */
  static void writeAlone(Writer out, LoneVersion version) throws IOException {
    ComparedVersions.Name name = new ComparedVersions.Name(version.file(), "");
    ComparedVersions none =
        ComparedVersions.of(
            name, name, "", new RevisionReport(List.of(), SameUnits.NONE), ChangeFilter.CHANGES);
    try (Json json = Json.line(out)) {
      writeRevised(json, none);
      json.put("only", version.isOld() ? "old" : "new");
    }
  }

  /** Writes the changes of two reviewers as one object and a line break. */
  static void writeReviews(Writer out, ComparedVersions compared) throws IOException {
    try (Json json = Json.line(out)) {
      writeReviewed(json, compared);
    }
  }

  private static void writeRevised(Json json, ComparedVersions compared) throws IOException {
    json.object("old");
    writeName(json, compared.old());
    json.object("new");
    writeName(json, compared.revised());
    json.array("changes");
    for (Change change : compared.shownOf(0)) {
      writeChange(json, change, compared.authors().of(change));
    }
    json.end();
    writeSummary(json, compared);
  }

  private static void writeReviewed(Json json, ComparedVersions compared) throws IOException {
    json.array("versions");
    for (ComparedVersions.Name name : compared.versions()) {
      json.object();
      writeName(json, name);
    }
    json.end();
    json.put("apart", compared.apart());
    json.array("changes");
    for (RevisedPassage passage : compared.shown()) {
      writePassage(json, passage);
    }
    json.end();
    json.object("summary");
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      json.put(count.getKey().label(), count.getValue());
    }
    json.number("firstRate", rounded(compared.rate(0).rate()));
    json.number("secondRate", rounded(compared.rate(1).rate()));
    json.end();
  }

  /** Fills and ends an object that has begun. */
  private static void writeName(Json json, ComparedVersions.Name name) throws IOException {
    json.put("name", name.name());
    json.put("language", name.language());
    ComparedVersions.Made made = name.made();
    if (made != null) {
      json.put("revision", made.revision());
      json.put("at", made.at().toString());
      json.put("author", made.author());
    }
    json.end();
  }

  private static void writePassage(Json json, RevisedPassage passage) throws IOException {
    json.object();
    json.put("by", passage.by().label());
    json.put("moved", passage.moved());
    json.strings("draft", passage.old().sentences());
    json.strings("first", passage.first().revised().sentences());
    json.strings("second", passage.last().revised().sentences());
    json.strings("source", current(passage.sources()));
    writeEdits(json, "firstEdits", passage.first());
    writeEdits(json, "secondEdits", passage.last());
    json.end();
  }

  private static void writeChange(Json json, Change change, List<Occasion> occasions)
      throws IOException {
    json.object();
    json.put("kind", change.kind().label());
    json.strings("old", change.old().sentences());
    json.strings("new", change.revised().sentences());
    List<SourceText> sources = change.sources();
    json.strings("source", current(sources));
    if (change.isSourceChanged()) {
      json.strings("oldSource", texts(sources.stream().map(SourceText::old).toList()));
    }
    writePlace(json, "old", change.old());
    writePlace(json, "new", change.revised());
    json.number("rate", rounded(change.rate().rate()));
    json.number("characterRate", rounded(change.rate().characterRate()));
    writeEdits(json, "edits", change);
    json.array("terms");
    for (TermEffect effect : change.terms()) {
      writeTerm(json, effect);
    }
    json.end();
    writeAuthors(json, occasions);
    json.end();
  }

  private static void writeAuthors(Json json, List<Occasion> occasions) throws IOException {
    if (occasions.isEmpty()) {
      return;
    }
    json.array("authors");
    for (Occasion occasion : occasions) {
      json.object();
      json.put("author", occasion.author());
      json.put("at", occasion.at().toString());
      if (occasion.revision() > 0) {
        json.put("revision", occasion.revision());
      }
      json.end();
    }
    json.end();
  }

  private static List<String> current(List<SourceText> sources) {
    return texts(sources.stream().map(SourceText::current).toList());
  }

  private static List<String> texts(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  private static void writePlace(Json json, String which, Change.Side side) throws IOException {
    if (side.line() > 0) {
      json.put(which + "Line", side.line());
      if (!side.place().isEmpty()) {
        json.put(which + "Place", side.place());
      }
      json.put(which + "Sentence", side.inParagraph());
    }
  }

  private static void writeEdits(Json json, String field, Change change) throws IOException {
    json.array(field);
    for (Edit edit : change.edits()) {
      json.object();
      json.put("class", edit.editClass().label());
      json.put("old", edit.oldText());
      json.put("new", edit.newText());
      json.span("oldSpan", change.old().text(), edit.old());
      json.span("newSpan", change.revised().text(), edit.revised());
      json.end();
    }
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

  private static void writeSummary(Json json, ComparedVersions compared) throws IOException {
    RevisionSummary summary = compared.summary(0);
    json.object("summary");
    json.put("differences", compared.changed());
    json.put("listed", compared.shown().size());
    json.put("unchanged", summary.kinds().getOrDefault(ChangeKind.UNCHANGED, 0));
    json.number("rate", rounded(summary.rate().rate()));
    json.number("characterRate", rounded(summary.rate().characterRate()));
    json.put("edits", summary.rate().edits());
    json.put("words", summary.rate().words());
    json.put("rewritten", summary.rewritten());
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
      json.put(count.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'), count.getValue());
    }
    json.end();
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
