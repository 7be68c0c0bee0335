package ballast.app.revisions;

import ballast.app.HiddenUnit;
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.units.MatchJson;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.Comments;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units with all that a memory knows of them now, for {@code ballast tm show}.
 *
 * @param comments those of the whole memory
 */
public record ShownUnits(List<Unit> units, Comments comments) {

  public ShownUnits {
    units = List.copyOf(units);
  }

  /**
   * @param ids of units that are neither retired nor deleted, in any order
   * @throws InputException if there is no such unit
   */
  public static ShownUnits of(Memory memory, List<String> ids) {
    Map<String, Unit> found = new HashMap<>();
    memory.forEachUnit(
        UnitFilter.CURRENT.named(Set.copyOf(ids)), unit -> found.put(unit.id(), unit));
    List<Unit> units = new ArrayList<>();
    for (String id : ids) {
      @Nullable Unit unit = found.get(id);
      if (unit == null) {
        throw HiddenUnit.refusal(memory, id).orElseGet(() -> HiddenUnit.unknown(id));
      }
      units.add(unit);
    }
    return new ShownUnits(units, memory.comments());
  }

  public void writeText(Writer out, Style style) throws IOException {
    for (Unit unit : units) {
      Provenance from = unit.provenance();
      out.write(
          style.strong(style.say("unit " + unit.id())) + "  " + style.say(from.label()) + "\n");
      line(out, unit.sourceLang().tag(), unit.source());
      line(out, unit.targetLang().tag(), unit.target());
      if (!from.document().isEmpty()) {
        String place = from.position() == 0 ? "" : style.say(", pair " + from.position());
        line(out, style.say("document"), from.document() + place);
      }
      line(out, style.say("confidence"), "%.0f%%".formatted(100 * from.confidence()));
      String by = from.author().isEmpty() ? "" : style.say(" by " + from.author());
      line(out, style.say("created"), style.time(from.created()).strip() + by);
      line(out, style.say("changed"), style.time(from.changed()).strip());
      for (String note : unit.extras().notes()) {
        line(out, style.say("note"), note);
      }
      for (String comment : CommentCell.lines(comments.on(unit.id()), style)) {
        line(out, style.say("comment"), comment);
      }
    }
  }

  private static void line(Writer out, String name, String value) throws IOException {
    out.write(TerminalText.plain("  " + TerminalText.pad(name, 11) + " " + value) + "\n");
  }

  /** Writes one line, specified in {@code json.md}. */
  public void writeJson(Writer out) throws IOException {
    try (Json json = Json.line(out)) {
      json.array("units");
      for (Unit unit : units) {
        json.object();
        MatchJson.writeUnit(json, unit);
        json.put("author", unit.provenance().author());
        json.put("created", unit.provenance().created().toString());
        json.put("changed", unit.provenance().changed().toString());
        json.strings("notes", unit.extras().notes());
        ReviewOutput.ShownComments.write(json, comments.on(unit.id()));
        json.end();
      }
      json.end();
    }
  }
}
