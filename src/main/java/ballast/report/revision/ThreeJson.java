package ballast.report.revision;

import ballast.report.page.Json;
import ballast.revise.Change;
import ballast.revise.ChangedBy;
import ballast.revise.EditRate;
import ballast.revise.ThreeWayChange;
import ballast.workflow.revise.RevisionView;
import ballast.workflow.revise.ThreeView;
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
    try (Json json = Json.line(out)) {
      json.array("versions");
      for (RevisionView.Name name : List.of(view.draft(), view.first(), view.second())) {
        json.object();
        json.put("name", name.name());
        json.put("language", name.language());
        json.end();
      }
      json.end();
      json.put("apart", view.apart());
      json.array("changes");
      for (ThreeWayChange passage : view.shown()) {
        writePassage(json, passage);
      }
      json.end();
      json.object("summary");
      for (Map.Entry<ChangedBy, Integer> count : view.counts().entrySet()) {
        json.put(count.getKey().label(), count.getValue());
      }
      writeRate(json, "firstRate", view.firstRate());
      writeRate(json, "secondRate", view.secondRate());
      json.end();
    }
  }

  private static void writePassage(Json json, ThreeWayChange passage) throws IOException {
    json.object();
    json.put("by", passage.part().label());
    json.put("moved", passage.moved());
    json.strings("draft", passage.draft().sentences());
    json.strings("first", passage.first().revised().sentences());
    json.strings("second", passage.second().revised().sentences());
    json.strings("source", passage.sources());
    writeEdits(json, "firstEdits", passage.first());
    writeEdits(json, "secondEdits", passage.second());
    json.end();
  }

  private static void writeEdits(Json json, String field, Change change) throws IOException {
    json.array(field);
    for (var edit : change.edits()) {
      DiffJson.writeEdit(json, change, edit);
    }
    json.end();
  }

  private static void writeRate(Json json, String field, EditRate rate) throws IOException {
    json.number(field, DiffJson.rounded(rate.rate()));
  }
}
