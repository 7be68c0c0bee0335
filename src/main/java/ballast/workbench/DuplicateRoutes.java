package ballast.workbench;

import ballast.app.page.Html;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Deletes duplicates among the units that meet conditions, after a preview. */
final class DuplicateRoutes {

  /** Maximum groups in a preview; all are counted. */
  private static final int MAX_SHOWN = 100;

  private final MemoryDesk desk;
  private final Shell shell;

  DuplicateRoutes(MemoryDesk desk, Shell shell) {
    this.desk = desk;
    this.shell = shell;
  }

  List<Route> routes() {
    return List.of(
        Route.page("/memory/duplicates", this::page),
        Route.change("/memory/duplicates", this::apply));
  }

  private Answer page(Call call) throws IOException {
    Parameters given = call.query();
    List<DuplicatePreview> preview = new ArrayList<>();
    String problem = "";
    try {
      preview.add(preview(given));
    } catch (InputException e) {
      problem = e.getMessage() + "\n" + e.hint();
    }
    String alert = problem;
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.duplicates")),
        (html, words) -> {
          DuplicateHtml page = new DuplicateHtml(html, words);
          page.writeForm(new MemoryQuery(given), ignored(given));
          CommandHtml.writePlace(html);
          html.add("<p id=\"done\" role=\"status\"></p>\n");
          page.writePreview(preview, alert);
        });
  }

  /** Deletes only if the duplicates are exactly those shown on the page. */
  private Answer apply(Call call) throws IOException {
    Parameters form = call.form();
    Words words = Words.of(call);
    if (!preview(form).digest().equals(form.required("shown"))) {
      throw RefusedException.conflict(words.say("memory.replace.other"));
    }
    EditScope scope = desk.scope(new MemoryQuery(form).filter(""), "dedupe");
    MemoryEdits.Deduped result =
        new MemoryEdits(desk.bench().workplace()).dedupe(scope, ignored(form), group -> {});
    return desk.done(
        call,
        words.say("duplicates.done", result.summary().deleted()),
        (html, say) -> new DuplicateHtml(html, say).writePreview(List.of(), ""));
  }

  private DuplicatePreview preview(Parameters given) {
    EditScope scope = desk.scope(new MemoryQuery(given).filter(""), "").tried();
    MessageDigest digest = Sha256.newDigest();
    List<Duplicates> shown = new ArrayList<>();
    MemoryEdits.Deduped result =
        new MemoryEdits(desk.bench().workplace())
            .dedupe(
                scope,
                ignored(given),
                group -> {
                  add(digest, group.kept());
                  group.deleted().forEach(unit -> add(digest, unit));
                  if (shown.size() < MAX_SHOWN) {
                    shown.add(group);
                  }
                });
    return new DuplicatePreview(
        shown,
        result.kept(),
        result.summary().deleted(),
        result.losses(),
        HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(MessageDigest digest, Unit unit) {
    digest.update((unit.id() + '\0' + unit.target() + '\0').getBytes(StandardCharsets.UTF_8));
  }

  private static Set<Ignored> ignored(Parameters given) {
    Set<Ignored> ignored = EnumSet.noneOf(Ignored.class);
    for (Ignored one : Ignored.values()) {
      if (given.all("ignore").contains(one.name().toLowerCase(Locale.ROOT))) {
        ignored.add(one);
      }
    }
    return ignored;
  }

  /**
   * The duplicates that would be deleted.
   *
   * @param shown the first groups
   * @param kept number of units with duplicates
   * @param losses number of deleted units per document
   * @param digest identifies exactly these duplicates
   */
  private record DuplicatePreview(
      List<Duplicates> shown,
      int kept,
      int deleted,
      SortedMap<String, Integer> losses,
      String digest) {

    DuplicatePreview {
      shown = List.copyOf(shown);
    }
  }

  private static final class DuplicateHtml {

    private final Html html;
    private final Words words;

    DuplicateHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    void writeForm(MemoryQuery query, Set<Ignored> ignored) throws IOException {
      html.add("<p><a href=\"{}?{}\">", Room.MEMORY.path(), query.conditions());
      html.add(
          "{}</a></p>\n<h1>{}</h1>\n", words.say("room.memory"), words.say("memory.duplicates"));
      html.add("<p>{}</p>\n", words.say("duplicates.what"));
      html.add("<form id=\"duplicates\" action=\"/memory/duplicates\" class=\"fields\"");
      html.add(" hx-get=\"/memory/duplicates\" hx-target=\"#preview\" hx-select=\"#preview\"");
      html.add(" hx-swap=\"outerHTML\" hx-replace-url=\"true\" hx-trigger=\"change, submit\">\n");
      for (Ignored one : Ignored.values()) {
        String name = one.name().toLowerCase(Locale.ROOT);
        html.add("<label><input type=\"checkbox\" name=\"ignore\" value=\"{}\"", name);
        html.add(ignored.contains(one) ? " checked>" : ">");
        html.add(" {}</label>\n", words.say("duplicates." + name));
      }
      for (Map.Entry<String, String> field : query.conditionFields()) {
        html.add("<input type=\"hidden\" name=\"{}\"", field.getKey());
        html.add(" value=\"{}\">\n", field.getValue());
      }
      html.add("</form>\n");
      if (query.hasConditions()) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("memory.within"));
      }
    }

    /**
     * Writes the preview and the button that deletes.
     *
     * @param problem reason why there is no preview; may be ""
     */
    void writePreview(List<DuplicatePreview> previews, String problem) throws IOException {
      html.add("<section id=\"preview\" aria-live=\"polite\">\n");
      if (!problem.isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", problem);
      }
      for (DuplicatePreview preview : previews) {
        html.add("<h2>{}</h2>\n", words.say("duplicates.count", preview.deleted(), preview.kept()));
        if (preview.deleted() > 0) {
          html.add("<p><button class=\"go\" id=\"apply\" hx-post=\"/memory/duplicates\"");
          html.add(" hx-include=\"#duplicates\" hx-target=\"#preview\" hx-swap=\"outerHTML\"");
          html.add(" hx-vals='{\"shown\":\"{}\"}'>", preview.digest());
          html.add("{}</button></p>\n", words.say("duplicates.apply"));
        }
        html.add("<ul class=\"losses\">\n");
        for (Map.Entry<String, Integer> loss : preview.losses().entrySet()) {
          html.add("<li>{}</li>\n", words.say("duplicates.loss", loss.getKey(), loss.getValue()));
        }
        html.add("</ul>\n");
        html.add("<ol class=\"units\">\n");
        for (Duplicates group : preview.shown()) {
          writeGroup(group);
        }
        html.add("</ol>\n");
        int more = preview.kept() - preview.shown().size();
        html.add(more > 0 ? "<p class=\"soft\">" : "<p hidden>");
        html.add("{}</p>\n", words.say("memory.more", more));
      }
      html.add("</section>\n");
    }

    private void writeGroup(Duplicates group) throws IOException {
      html.add("<li class=\"unit plain\">\n");
      writeUnit(group.kept(), "duplicates.kept");
      for (Unit unit : group.deleted()) {
        writeUnit(unit, "duplicates.deleted");
      }
      html.add("</li>\n");
    }

    private void writeUnit(Unit unit, String fate) throws IOException {
      html.add("<div class=\"texts\">");
      for (Side side : Side.values()) {
        html.add("<p lang=\"{}\">{}</p>", unit.lang(side).tag(), unit.text(side));
      }
      html.add("</div><p class=\"facts\"><span class=\"badge\">{}</span> ", words.say(fate));
      html.add("{} ", words.say("status." + unit.provenance().status().label()));
      html.add("<span>{}</span></p>\n", unit.provenance().document());
    }
  }
}
