package ballast.workbench;

import ballast.app.page.Html;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.util.List;

/** Writes a unit: its texts, its properties, and the actions on it. */
final class UnitHtml {

  /**
   * The marked parts of a unit's texts.
   *
   * @param look CSS class of the marks
   */
  record Marked(List<Span> source, List<Span> target, String look) {

    static final Marked NOTHING = new Marked(List.of(), List.of(), "");

    Marked {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    static Marked on(Side side, List<Span> spans, String look) {
      return side == Side.SOURCE
          ? new Marked(spans, List.of(), look)
          : new Marked(List.of(), spans, look);
    }
  }

  private final Html html;
  private final Words words;

  UnitHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  void writeBeginning(Unit unit, Marked marked) throws IOException {
    String id = unit.id();
    html.add("<li class=\"unit\" id=\"u-{}\" data-unit=\"{}\" tabindex=\"-1\">\n", id, id);
    html.add("<input type=\"checkbox\" name=\"unit\" value=\"{}\" form=\"selected\"", id);
    html.add(" aria-label=\"{}\">\n", words.say("memory.select", id));
    writeTexts(unit, marked);
  }

  void writeTexts(Unit unit, Marked marked) throws IOException {
    html.add("<div class=\"texts\" id=\"t-{}\">", unit.id());
    writeBoth(unit, marked);
  }

  /** Writes both texts, which replace those on the page, with the reason. */
  void writeOtherTexts(Unit unit) throws IOException {
    html.add("<div class=\"texts\" id=\"t-{}\" hx-swap-oob=\"true\">", unit.id());
    html.add("<p class=\"alert\" role=\"alert\">{}</p>", words.say("memory.unit.other"));
    writeBoth(unit, Marked.NOTHING);
  }

  private void writeBoth(Unit unit, Marked marked) throws IOException {
    writeText(unit, Side.SOURCE, marked.source(), marked.look());
    writeText(unit, Side.TARGET, marked.target(), marked.look());
    html.add("</div>\n");
  }

  void writeText(Unit unit, Side side, List<Span> marks, String look) throws IOException {
    html.add("<p lang=\"{}\">", unit.lang(side).tag());
    Html.Marks.write(html, unit.text(side), marks, look);
    html.add("</p>");
  }

  /** Ends a unit: its state, and its history on request. */
  void writeEnd(Unit unit, boolean deleted) throws IOException {
    writeState(unit, deleted, /* alone= */ false);
    html.add("<details class=\"past\" hx-get=\"/memory/history?unit={}\"", unit.id());
    html.add(" hx-trigger=\"toggle once\" hx-target=\"find div\"><summary>");
    html.add("{}</summary><div></div></details>\n</li>\n", words.say("memory.history"));
  }

  /**
   * Writes status, origin and actions.
   *
   * @param alone whether it replaces the state on the page
   */
  void writeState(Unit unit, boolean deleted, boolean alone) throws IOException {
    String id = unit.id();
    Provenance provenance = unit.provenance();
    String status = provenance.status().label();
    String shown = ShownUnit.name(unit);
    html.add("<div class=\"state{}\" id=\"s-{}\"", deleted ? " deleted" : "", id);
    html.add(alone ? " hx-swap-oob=\"true\">\n" : ">\n");
    html.add("<input type=\"hidden\" name=\"shown\" form=\"selected\" value=\"{}\">\n", shown);
    html.add("<p class=\"facts\"><span class=\"badge {}\">", deleted ? "deleted" : status);
    html.add("{}</span> ", words.say(deleted ? "memory.deleted" : "status." + status));
    if (!provenance.document().isEmpty()) {
      html.add("<a href=\"{}", Links.to(Room.ALIGN, provenance.document()));
      html.add("&amp;unit={}\"><span class=\"document\">{}</span>", id, provenance.document());
      html.add("<span class=\"place\">{}</span></a> ", words.say("memory.place"));
    }
    html.add("<span title=\"{}\">", words.say("memory.confidence"));
    html.add("{}</span> ", words.say("memory.sure", Math.round(provenance.confidence() * 100)));
    if (!provenance.author().isEmpty()) {
      html.add("<span>{}</span> ", provenance.author());
    }
    html.add("<time datetime=\"{}\">{}</time></p>\n", provenance.changed(), provenance.changed());
    html.add("<p class=\"acts\" role=\"group\" aria-label=\"{}\">", words.say("memory.actions"));
    if (deleted) {
      action(id, shown, "restore");
    } else {
      for (Unit.Status one :
          List.of(Unit.Status.APPROVED, Unit.Status.REJECTED, Unit.Status.DRAFT)) {
        judgement(id, shown, one, one == provenance.status());
      }
      html.add(
          "<button id=\"edit-{}\" hx-get=\"/memory/edit?unit={}\" hx-target=\"#t-{}\"", id, id, id);
      html.add(" hx-swap=\"outerHTML\">{}</button> ", words.say("memory.edit"));
      action(id, shown, "delete");
    }
    html.add("</p></div>\n");
  }

  private void judgement(String id, String shown, Unit.Status status, boolean pressed)
      throws IOException {
    String name =
        switch (status) {
          case APPROVED -> "approve";
          case REJECTED -> "reject";
          case DRAFT -> "redraft";
        };
    html.add("<button id=\"{}-{}\" name=\"action\" value=\"{}\"", name, id, name);
    html.add(" aria-pressed=\"{}\" hx-post=\"/memory/units\" hx-swap=\"none\"", pressed);
    writeValues(id, shown);
    html.add("{}</button> ", words.say("memory." + name));
  }

  /** Writes a button. Restore and delete have the same id, so that the focus stays. */
  private void action(String id, String shown, String action) throws IOException {
    html.add("<button id=\"delete-{}\" name=\"action\" value=\"{}\"", id, action);
    html.add(" hx-post=\"/memory/units\" hx-swap=\"none\"");
    writeValues(id, shown);
    html.add("{}</button>", words.say("memory." + action));
  }

  private void writeValues(String id, String shown) throws IOException {
    html.add(" hx-vals='{\"unit\":\"{}\",\"shown\":\"{}\"}'>", id, shown);
  }

  /** A digest of the content of a unit on a page, so that users judge only what they have seen. */
  static final class ShownUnit {

    private static final int DIGITS = 16;

    private ShownUnit() {}

    static String name(Unit unit) {
      String status = unit.provenance().status().label();
      String shown = unit.source() + '\0' + unit.target() + '\0' + status;
      return unit.id() + ":" + Sha256.hex(shown).substring(0, DIGITS);
    }
  }
}
