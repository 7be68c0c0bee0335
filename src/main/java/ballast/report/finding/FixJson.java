package ballast.report.finding;

import ballast.bitext.TextEdit;
import ballast.check.FixPlan;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;

/** {@code ballast check --fix --format json}; the contract is in {@code json.md}. */
public final class FixJson {

  private FixJson() {}

  /**
   * Writes what is replaced and what is left as one JSON value and a line break.
   *
   * @param done whether it has been done, or would be
   * @param files those that are changed, or would be; empty for the memory
   */
  public static void write(
      Writer out,
      boolean done,
      List<FixRun.Corrected> corrected,
      List<FixPlan> left,
      Collection<String> files)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeBooleanField("dryRun", !done);
      int replaced = 0;
      json.writeArrayFieldStart("fixes");
      for (FixRun.Corrected one : corrected) {
        for (FixPlan plan : one.plans()) {
          for (TextEdit edit : plan.fixes()) {
            write(json, one, plan, edit);
            replaced++;
          }
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("left");
      for (FixPlan plan : left) {
        start(json, plan.checked());
        json.writeStringField("reason", plan.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("files");
      for (String file : files) {
        json.writeString(file);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      json.writeNumberField("fixes", replaced);
      json.writeNumberField("left", left.size());
      json.writeEndObject();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(JsonGenerator json, FixRun.Corrected one, FixPlan plan, TextEdit edit)
      throws IOException {
    String text = one.place().value().target();
    start(json, plan.checked());
    json.writeStringField("old", edit.span().of(text));
    json.writeStringField("new", edit.text());
    json.writeArrayFieldStart("span");
    json.writeNumber(text.codePointCount(0, edit.span().start()));
    json.writeNumber(text.codePointCount(0, edit.span().end()));
    json.writeEndArray();
    json.writeStringField("before", text);
    json.writeStringField("after", one.after().value().target());
    json.writeEndObject();
  }

  private static void start(JsonGenerator json, LocatedFinding checked) throws IOException {
    Passage passage = checked.place().value();
    json.writeStartObject();
    FindingJson.writePlace(json, checked);
    json.writeStringField("unit", passage.id());
    json.writeStringField("document", passage.document());
    json.writeStringField("source", passage.source());
  }
}
