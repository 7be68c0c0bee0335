package ballast.workbench;

import ballast.memory.Comments;
import ballast.memory.Comments.Act;
import ballast.memory.Comments.New;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the comments on units, in every room, and records new ones. */
final class CommentRoutes {

  private final MemoryDesk desk;

  CommentRoutes(Bench bench) {
    this.desk = new MemoryDesk(bench);
  }

  List<Route> routes() {
    return List.of(Route.page("/comments", this::read), Route.change("/comments", this::say));
  }

  /** Returns the comments on some units, or those in a document by bead. */
  private Answer read(Call call) throws IOException {
    Parameters query = call.query();
    Map<String, Integer> units = new LinkedHashMap<>();
    query.all("unit").forEach(unit -> units.put(unit, 0));
    Set<String> document = Set.copyOf(query.all("document"));
    int wanted = query.number("bead", 0, Integer.MAX_VALUE, 0);
    if (!document.isEmpty()) {
      units.putAll(desk.ask(memory -> inDocument(memory, document, wanted)));
    }
    if (wanted != 0 && !units.containsValue(wanted)) {
      throw RefusedException.conflict(Words.of(call).say("comments.no.unit"));
    }
    return boxes(call, units);
  }

  /** Returns the commented units of a document and the one of a bead, with their beads. */
  private static Map<String, Integer> inDocument(Memory memory, Set<String> document, int wanted) {
    Comments comments = memory.comments();
    Map<String, Integer> units = new LinkedHashMap<>();
    memory.forEachUnit(
        UnitFilter.CURRENT.inDocuments(document),
        unit -> {
          int bead = unit.provenance().position();
          if (bead == wanted || !comments.on(unit.id()).isEmpty()) {
            units.put(unit.id(), bead);
          }
        });
    return units;
  }

  private Answer boxes(Call call, Map<String, Integer> beads) throws IOException {
    Comments all = desk.ask(Memory::comments);
    return Shell.part(
        call,
        (out, words) ->
            beads.forEach(
                (unit, bead) ->
                    JteCommentBoxGenerated.render(out, null, words, unit, bead, all.on(unit))));
  }

  private Answer say(Call call) throws IOException {
    Parameters form = call.form();
    String unit = form.required("unit");
    Act act =
        Act.find(form.required("act"))
            .orElseThrow(() -> RefusedException.badRequest("act is say, resolve or reopen"));
    int comment = form.number("comment", 0, Integer.MAX_VALUE, 0);
    New remark = new New(unit, comment, form.text("text").strip().replace("\r\n", "\n"), act);
    desk.edits().comment(desk.scope(UnitFilter.CURRENT, ""), List.of(remark));
    return boxes(call, Map.of(unit, form.number("bead", 0, Integer.MAX_VALUE, 0)))
        .with("HX-Trigger", "commented");
  }
}
