package ballast.report.revision;

import ballast.report.alignment.AlignmentJson;
import ballast.revise.Change;
import ballast.revise.ChangedBy;
import ballast.revise.EditRate;
import ballast.revise.ThreeWayChange;
import ballast.workflow.revise.RevisionView;
import ballast.workflow.revise.ThreeView;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * Who changed what of a draft, for a program; the contract is in {@code src/site/markdown/json.md}.
 */
public final class ThreeJson {

  private ThreeJson() {}

  /** One object, and a line break. */
  public static void write(Writer out, ThreeView view) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("versions");
      for (RevisionView.Name name : List.of(view.draft(), view.first(), view.second())) {
        json.writeStartObject();
        json.writeStringField("name", name.name());
        json.writeStringField("language", name.language());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeBooleanField("apart", view.apart());
      json.writeArrayFieldStart("changes");
      for (ThreeWayChange passage : view.shown()) {
        writePassage(json, passage);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      for (Map.Entry<ChangedBy, Integer> count : view.counts().entrySet()) {
        json.writeNumberField(count.getKey().label(), count.getValue());
      }
      writeRate(json, "firstRate", view.firstRate());
      writeRate(json, "secondRate", view.secondRate());
      json.writeEndObject();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void writePassage(JsonGenerator json, ThreeWayChange passage) throws IOException {
    json.writeStartObject();
    json.writeStringField("by", passage.part().label());
    json.writeBooleanField("moved", passage.moved());
    DiffJson.writeStrings(json, "draft", passage.draft().sentences());
    DiffJson.writeStrings(json, "first", passage.first().revised().sentences());
    DiffJson.writeStrings(json, "second", passage.second().revised().sentences());
    DiffJson.writeStrings(json, "source", passage.sources());
    writeEdits(json, "firstEdits", passage.first());
    writeEdits(json, "secondEdits", passage.second());
    json.writeEndObject();
  }

  private static void writeEdits(JsonGenerator json, String field, Change change)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var edit : change.edits()) {
      DiffJson.writeEdit(json, edit);
    }
    json.writeEndArray();
  }

  private static void writeRate(JsonGenerator json, String field, EditRate rate)
      throws IOException {
    json.writeNumberField(field, DiffJson.rounded(rate.rate()));
  }
}
