package ballast.report.revision;

import ballast.bitext.Span;
import ballast.report.alignment.AlignmentJson;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.ChangedBy;
import ballast.revise.Edit;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisionSummary;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import ballast.workflow.revise.ComparedVersions;
import com.fasterxml.jackson.core.JsonGenerator;
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
  public static void write(Writer out, ComparedVersions compared) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      if (compared.hasTwoReviews()) {
        writeReviewed(json, compared);
      } else {
        writeRevised(json, compared);
      }
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void writeRevised(JsonGenerator json, ComparedVersions compared)
      throws IOException {
    json.writeFieldName("old");
    writeName(json, compared.old());
    json.writeFieldName("new");
    writeName(json, compared.revised());
    json.writeArrayFieldStart("changes");
    for (Change change : compared.shownOf(0)) {
      writeChange(json, change);
    }
    json.writeEndArray();
    writeSummary(json, compared);
  }

  private static void writeReviewed(JsonGenerator json, ComparedVersions compared)
      throws IOException {
    json.writeArrayFieldStart("versions");
    for (ComparedVersions.Name name : compared.versions()) {
      writeName(json, name);
    }
    json.writeEndArray();
    json.writeBooleanField("apart", compared.apart());
    json.writeArrayFieldStart("changes");
    for (RevisedPassage passage : compared.shown()) {
      writePassage(json, passage);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      json.writeNumberField(count.getKey().label(), count.getValue());
    }
    json.writeNumberField("firstRate", rounded(compared.rate(0).rate()));
    json.writeNumberField("secondRate", rounded(compared.rate(1).rate()));
    json.writeEndObject();
  }

  private static void writeName(JsonGenerator json, ComparedVersions.Name name) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name.name());
    json.writeStringField("language", name.language());
    json.writeEndObject();
  }

  private static void writePassage(JsonGenerator json, RevisedPassage passage) throws IOException {
    json.writeStartObject();
    json.writeStringField("by", passage.by().label());
    json.writeBooleanField("moved", passage.moved());
    writeStrings(json, "draft", passage.old().sentences());
    writeStrings(json, "first", passage.first().revised().sentences());
    writeStrings(json, "second", passage.last().revised().sentences());
    writeStrings(json, "source", current(passage.sources()));
    writeEdits(json, "firstEdits", passage.first());
    writeEdits(json, "secondEdits", passage.last());
    json.writeEndObject();
  }

  private static void writeChange(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", change.kind().label());
    writeStrings(json, "old", change.old().sentences());
    writeStrings(json, "new", change.revised().sentences());
    List<SourceText> sources = change.sources();
    writeStrings(json, "source", current(sources));
    if (change.isSourceChanged()) {
      writeStrings(json, "oldSource", texts(sources.stream().map(SourceText::old).toList()));
    }
    writePlace(json, "old", change.old());
    writePlace(json, "new", change.revised());
    json.writeNumberField("rate", rounded(change.rate().rate()));
    json.writeNumberField("characterRate", rounded(change.rate().characterRate()));
    writeEdits(json, "edits", change);
    json.writeArrayFieldStart("terms");
    for (TermEffect effect : change.terms()) {
      writeTerm(json, effect);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<String> current(List<SourceText> sources) {
    return texts(sources.stream().map(SourceText::current).toList());
  }

  private static List<String> texts(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  private static void writePlace(JsonGenerator json, String which, Change.Side side)
      throws IOException {
    if (side.line() > 0) {
      json.writeNumberField(which + "Line", side.line());
      json.writeNumberField(which + "Sentence", side.inParagraph());
    }
  }

  private static void writeEdits(JsonGenerator json, String field, Change change)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Edit edit : change.edits()) {
      writeEdit(json, edit);
    }
    json.writeEndArray();
  }

  private static void writeEdit(JsonGenerator json, Edit edit) throws IOException {
    json.writeStartObject();
    json.writeStringField("class", edit.editClass().label());
    json.writeStringField("old", edit.oldText());
    json.writeStringField("new", edit.newText());
    writeSpan(json, "oldSpan", edit.old());
    writeSpan(json, "newSpan", edit.revised());
    json.writeEndObject();
  }

  private static void writeSpan(JsonGenerator json, String field, Span span) throws IOException {
    json.writeArrayFieldStart(field);
    json.writeNumber(span.start());
    json.writeNumber(span.end());
    json.writeEndArray();
  }

  private static void writeTerm(JsonGenerator json, TermEffect effect) throws IOException {
    json.writeStartObject();
    json.writeStringField("effect", effect.kind().label());
    json.writeStringField("concept", effect.problem().concept());
    json.writeStringField("term", effect.problem().term());
    writeStrings(json, "expected", effect.problem().expected());
    json.writeStringField("message", effect.problem().message());
    json.writeEndObject();
  }

  private static void writeSummary(JsonGenerator json, ComparedVersions compared)
      throws IOException {
    RevisionSummary summary = compared.summary(0);
    json.writeObjectFieldStart("summary");
    json.writeNumberField("differences", compared.changed());
    json.writeNumberField("listed", compared.shown().size());
    json.writeNumberField("unchanged", summary.kinds().getOrDefault(ChangeKind.UNCHANGED, 0));
    json.writeNumberField("rate", rounded(summary.rate().rate()));
    json.writeNumberField("characterRate", rounded(summary.rate().characterRate()));
    json.writeNumberField("edits", summary.rate().edits());
    json.writeNumberField("words", summary.rate().words());
    writeCounts(json, "kinds", summary.kinds());
    writeCounts(json, "classes", summary.classes());
    json.writeObjectFieldStart("bands");
    for (var band : summary.bands().entrySet()) {
      json.writeNumberField(band.getKey().label(), band.getValue());
    }
    json.writeEndObject();
    writeCounts(json, "terms", summary.terms());
    json.writeArrayFieldStart("repeated");
    for (RepeatedEdit edit : summary.repeated()) {
      json.writeStartObject();
      json.writeStringField("old", edit.old());
      json.writeStringField("new", edit.revised());
      json.writeNumberField("times", edit.times());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCounts(
      JsonGenerator json, String field, Map<? extends Enum<?>, Integer> counts) throws IOException {
    json.writeObjectFieldStart(field);
    for (var count : counts.entrySet()) {
      json.writeNumberField(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
    }
    json.writeEndObject();
  }

  private static void writeStrings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
