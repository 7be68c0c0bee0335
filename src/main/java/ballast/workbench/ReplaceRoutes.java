package ballast.workbench;

import ballast.app.page.Html;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Replacement;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Replaces words in the units that meet conditions, after a preview. */
final class ReplaceRoutes {

  /** Maximum units in a preview; all are counted. */
  private static final int MAX_SHOWN = 100;

  private final MemoryDesk desk;
  private final Shell shell;

  ReplaceRoutes(MemoryDesk desk, Shell shell) {
    this.desk = desk;
    this.shell = shell;
  }

  List<Route> routes() {
    return List.of(
        Route.page("/memory/replace", this::page), Route.change("/memory/replace", this::apply));
  }

  private Answer page(Call call) throws IOException {
    Parameters given = call.query();
    List<ReplacePreview> preview = new ArrayList<>();
    String problem = "";
    try {
      if (!given.text("pattern").isEmpty()) {
        preview.add(preview(given));
      }
    } catch (InputException e) {
      problem = e.getMessage() + "\n" + e.hint();
    }
    String alert = problem;
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.replace")),
        (html, words) -> {
          ReplaceHtml page = new ReplaceHtml(html, words);
          page.writeForm(given, new MemoryQuery(given));
          CommandHtml.writePlace(html);
          html.add("<p id=\"done\" role=\"status\"></p>\n");
          page.writePreview(preview, alert);
        });
  }

  /** Replaces only if the changes are exactly those shown on the page. */
  private Answer apply(Call call) throws IOException {
    Parameters form = call.form();
    Words words = Words.of(call);
    if (!preview(form).digest().equals(form.required("shown"))) {
      throw RefusedException.conflict(words.say("memory.replace.other"));
    }
    String note = "replace \"" + form.text("pattern") + "\" \"" + form.text("with") + "\"";
    EditScope scope = desk.scope(new MemoryQuery(form).filter(""), note);
    MemoryEdits.Replaced result =
        new MemoryEdits(desk.bench().workplace())
            .replace(scope, how(form), form.has("keep"), (edit, text) -> {});
    return desk.done(
        call,
        words.say("memory.replaced", result.places(), result.summary().changed()),
        (html, say) -> new ReplaceHtml(html, say).writePreview(List.of(), ""));
  }

  private ReplacePreview preview(Parameters given) {
    Replacement how = how(given);
    MessageDigest digest = Sha256.newDigest();
    List<ReplacePreview.Place> shown = new ArrayList<>();
    EditScope scope = desk.scope(new MemoryQuery(given).filter(""), "").tried();
    MemoryEdits.Replaced result =
        new MemoryEdits(desk.bench().workplace())
            .replace(
                scope,
                how,
                given.has("keep"),
                (edit, text) -> {
                  if (text.isChanged()) {
                    add(digest, edit.before().id());
                    add(digest, edit.before().text(how.side()));
                    add(digest, text.text());
                    add(digest, edit.after().provenance().status().label());
                    if (shown.size() < MAX_SHOWN) {
                      shown.add(new ReplacePreview.Place(edit, text));
                    }
                  }
                });
    return new ReplacePreview(how.side(), result, shown, HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(MessageDigest digest, String text) {
    digest.update((text + '\0').getBytes(StandardCharsets.UTF_8));
  }

  private static Replacement how(Parameters given) {
    Side side = given.text("side").equals("source") ? Side.SOURCE : Side.TARGET;
    return given.has("regex")
        ? Replacement.ofRegex(given.text("pattern"), given.text("with"), given.has("case"), side)
        : Replacement.ofText(given.text("pattern"), given.text("with"), given.has("case"), side);
  }

  /**
   * The changes of a replacement.
   *
   * @param shown the first units that would change
   * @param digest identifies exactly these changes
   */
  private record ReplacePreview(
      Side side, MemoryEdits.Replaced result, List<Place> shown, String digest) {

    ReplacePreview {
      shown = List.copyOf(shown);
    }

    /** A unit that would change, before and after. */
    record Place(UnitEdit edit, ReplacedText text) {}
  }

  private static final class ReplaceHtml {

    private final Html html;
    private final Words words;

    ReplaceHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    void writeForm(Parameters given, MemoryQuery query) throws IOException {
      html.add("<p><a href=\"{}?{}\">", Room.MEMORY.path(), query.conditions());
      html.add("{}</a></p>\n<h1>{}</h1>\n", words.say("room.memory"), words.say("memory.replace"));
      html.add("<form id=\"replace\" action=\"/memory/replace\" hx-get=\"/memory/replace\"");
      html.add(" hx-target=\"#preview\" hx-select=\"#preview\" hx-swap=\"outerHTML\"");
      html.add(" hx-replace-url=\"true\" class=\"fields\">\n");
      writeText("pattern", given);
      writeText("with", given);
      html.add("<label>{} <select name=\"side\">", words.say("replace.side"));
      html.add("<option value=\"target\">{}</option>", words.say("memory.in.target"));
      html.add("<option value=\"source\"");
      html.add(given.text("side").equals("source") ? " selected>" : ">");
      html.add("{}</option></select></label>\n", words.say("memory.in.source"));
      for (String name : List.of("regex", "case", "keep")) {
        html.add("<label><input type=\"checkbox\" name=\"{}\" value=\"1\"", name);
        html.add(given.has(name) ? " checked>" : ">");
        html.add(" {}</label>\n", words.say("replace." + name));
      }
      for (Map.Entry<String, String> field : query.conditionFields()) {
        html.add("<input type=\"hidden\" name=\"{}\"", field.getKey());
        html.add(" value=\"{}\">\n", field.getValue());
      }
      html.add("<button class=\"go\">{}</button>\n</form>\n", words.say("memory.preview"));
      if (query.hasConditions()) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("memory.within"));
      }
    }

    private void writeText(String name, Parameters given) throws IOException {
      html.add("<label class=\"wide\">{} ", words.say("replace." + name));
      html.add("<input type=\"text\" name=\"{}\" value=\"{}\"", name, given.text(name));
      html.add(" autocomplete=\"off\" spellcheck=\"false\"></label>\n");
    }

    /**
     * Writes the preview and the button that replaces.
     *
     * @param problem reason why there is no preview; may be ""
     */
    void writePreview(List<ReplacePreview> previews, String problem) throws IOException {
      html.add("<section id=\"preview\" aria-live=\"polite\">\n");
      if (!problem.isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", problem);
      }
      for (ReplacePreview preview : previews) {
        writeCounts(preview.result());
        if (preview.result().summary().changed() > 0) {
          html.add("<p><button class=\"go\" id=\"apply\" hx-post=\"/memory/replace\"");
          html.add(" hx-include=\"#replace\" hx-target=\"#preview\" hx-swap=\"outerHTML\"");
          html.add(" hx-vals='{\"shown\":\"{}\"}'>", preview.digest());
          html.add("{}</button></p>\n", words.say("memory.apply"));
        }
        html.add("<ol class=\"units\">\n");
        for (ReplacePreview.Place place : preview.shown()) {
          writePlace(preview.side(), place);
        }
        html.add("</ol>\n");
        int more = preview.result().summary().changed() - preview.shown().size();
        html.add(more > 0 ? "<p class=\"soft\">" : "<p hidden>");
        html.add("{}</p>\n", words.say("memory.more", more));
      }
      html.add("</section>\n");
    }

    private void writeCounts(MemoryEdits.Replaced result) throws IOException {
      html.add(
          "<h2>{}</h2>\n", words.say("replace.count", result.places(), result.summary().changed()));
      int drafts = result.summary().backToDraft();
      if (drafts > 0) {
        html.add("<p>{}</p>\n", words.say("replace.drafts", drafts));
      }
      if (!result.leftAlone().isEmpty()) {
        html.add(
            "<p class=\"alert\">{}</p>\n", words.say("replace.left", result.leftAlone().size()));
      }
    }

    private void writePlace(Side side, ReplacePreview.Place place) throws IOException {
      Unit unit = place.edit().before();
      html.add("<li class=\"unit plain\"><div class=\"texts\">");
      for (Side one : Side.values()) {
        html.add("<p lang=\"{}\">", unit.lang(one).tag());
        if (one == side) {
          writeChanges(unit.text(one), place.text());
        } else {
          html.add("{}", unit.text(one));
        }
        html.add("</p>");
      }
      html.add("</div></li>\n");
    }

    private void writeChanges(String old, ReplacedText text) throws IOException {
      int at = 0;
      for (int i = 0; i < text.before().size(); i++) {
        Span span = text.before().get(i);
        html.add("{}<del>{}</del>", old.substring(at, span.start()), span.of(old));
        html.add("<ins>{}</ins>", text.after().get(i).of(text.text()));
        at = span.end();
      }
      html.add("{}", old.substring(at));
    }
  }
}
