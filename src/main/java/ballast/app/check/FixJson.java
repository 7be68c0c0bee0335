package ballast.app.check;

import ballast.app.page.Json;
import ballast.bitext.Correction.TextEdit;
import ballast.check.FixPlanner.FixPlan;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;

/** {@code ballast check --fix --format json}; the contract is in {@code json.md}. */
public final class FixJson {

  private FixJson() {}

  /**
   * Writes the replacements and the remaining findings as one JSON value and a line break.
   *
   * @param applied whether the replacements have been applied, rather than only planned
   * @param files the changed files, or those to change; empty for the memory
   */
  public static void write(
      Writer out,
      boolean applied,
      List<FixRun.Corrected> corrected,
      List<FixPlan> left,
      Collection<String> files)
      throws IOException {
    try (Json json = Json.pretty(out)) {
      json.put("dryRun", !applied);
      int replaced = 0;
      json.array("fixes");
      for (FixRun.Corrected one : corrected) {
        for (FixPlan plan : one.plans()) {
          for (TextEdit edit : plan.fixes()) {
            write(json, one, plan, edit);
            replaced++;
          }
        }
      }
      json.end();
      json.array("left");
      for (FixPlan plan : left) {
        start(json, plan.checked());
        json.put("reason", plan.reason());
        json.end();
      }
      json.end();
      json.strings("files", files);
      json.object("summary");
      json.put("fixes", replaced);
      json.put("left", left.size());
      json.end();
    }
  }

  private static void write(Json json, FixRun.Corrected one, FixPlan plan, TextEdit edit)
      throws IOException {
    String text = one.place().value().target();
    start(json, plan.checked());
    json.put("old", edit.span().of(text));
    json.put("new", edit.text());
    json.span("span", text, edit.span());
    json.put("before", text);
    json.put("after", one.after().value().target());
    json.end();
  }

  private static void start(Json json, LocatedFinding checked) throws IOException {
    Passage passage = checked.place().value();
    json.object();
    FindingJson.writePlace(json, checked);
    json.put("unit", passage.id());
    json.put("document", passage.document());
    json.put("source", passage.source());
  }
}
