package ballast.app.check;

import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Excerpt;
import ballast.bitext.Span;
import ballast.check.FixPlanner.FixPlan;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes the output of {@code ballast check --fix}: the replacements, then the remaining findings,
 * each with the reason.
 */
public final class FixOutput {

  /** Code points shown on either side of a replacement. */
  private static final int AROUND = 40;

  private FixOutput() {}

  public static void writeText(Writer out, Style style, Fixing.Result result) throws IOException {
    String verb = result.applied() ? "replaced" : "would replace";
    for (FixRun.Corrected one : result.corrected()) {
      String text = one.place().value().target();
      for (FixPlan plan : one.plans()) {
        for (TextEdit edit : plan.fixes()) {
          line(out, style, plan, style.say("%s \"%s\"".formatted(verb, edit.span().of(text))));
          out.write(around(text, edit, style));
        }
      }
    }
    for (FixPlan plan : result.left()) {
      line(
          out,
          style,
          plan,
          style.say("left as it is: ") + style.say(plan.checked().finding().message()));
      out.write("    " + TerminalText.plain(style.say(plan.reason())) + "\n");
    }
  }

  private static String around(String text, TextEdit edit, Style style) {
    Span span = edit.span();
    Span shown = Excerpt.around(text, span, AROUND);
    return "    %s%s%s%s%s%s\n"
        .formatted(
            shown.start() > 0 ? "…" : "",
            TerminalText.plain(text.substring(shown.start(), span.start())),
            style.error("[-" + TerminalText.plain(span.of(text)) + "-]"),
            style.strong("{+" + TerminalText.plain(edit.text()) + "+}"),
            TerminalText.plain(text.substring(span.end(), shown.end())),
            shown.end() < text.length() ? "…" : "");
  }

  private static void line(Writer out, Style style, FixPlan plan, String what) throws IOException {
    out.write(TerminalText.plain(plan.checked().location() + ": " + what) + " ");
    out.write(style.faint("[" + plan.checked().finding().rule() + "]") + "\n");
  }

  /** Writes one JSON value and a line break; the contract is in {@code json.md}. */
  public static void writeJson(Writer out, Fixing.Result result) throws IOException {
    try (Json json = Json.pretty(out)) {
      json.put("dryRun", !result.applied());
      int replaced = 0;
      json.array("fixes");
      for (FixRun.Corrected one : result.corrected()) {
        for (FixPlan plan : one.plans()) {
          for (TextEdit edit : plan.fixes()) {
            fix(json, one, plan, edit);
            replaced++;
          }
        }
      }
      json.end();
      json.array("left");
      for (FixPlan plan : result.left()) {
        start(json, plan.checked());
        json.put("reason", plan.reason());
        json.end();
      }
      json.end();
      json.strings("files", result.files());
      json.object("summary");
      json.put("fixes", replaced);
      json.put("left", result.left().size());
      json.end();
    }
  }

  private static void fix(Json json, FixRun.Corrected one, FixPlan plan, TextEdit edit)
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
