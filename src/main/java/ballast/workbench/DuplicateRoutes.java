package ballast.workbench;

import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.DuplicatePage.Preview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

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
    Preview preview = null;
    String problem = "";
    try {
      preview = preview(given);
    } catch (InputException e) {
      problem = e.getMessage() + "\n" + e.hint();
    }
    DuplicatePage page =
        new DuplicatePage(new MemoryQuery(given), ignored(given), preview, problem);
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.duplicates")),
        (out, words) -> JteDuplicatesPageGenerated.render(out, null, words, page));
  }

  /** Deletes only if the duplicates are exactly those shown on the page. */
  private Answer apply(Call call) throws IOException {
    Parameters form = call.form();
    Words words = Words.of(call);
    if (!preview(form).digest().equals(form.required("shown"))) {
      throw RefusedException.conflict(words.say("memory.replace.other"));
    }
    EditScope scope = desk.scope(new MemoryQuery(form).filter(""), "dedupe");
    MemoryEdits.Deduped result = desk.edits().dedupe(scope, ignored(form), group -> {});
    return desk.done(
        call,
        words.say("duplicates.done", result.summary().deleted()),
        (out, say) -> JteDuplicatesPreviewGenerated.render(out, null, say, null, ""));
  }

  private Preview preview(Parameters given) {
    EditScope scope = desk.scope(new MemoryQuery(given).filter(""), "").tried();
    MessageDigest digest = Sha256.newDigest();
    List<Duplicates> shown = new ArrayList<>();
    MemoryEdits.Deduped result =
        desk.edits()
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
    return new Preview(
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
      if (given.all("ignore").contains(DuplicatePage.name(one))) {
        ignored.add(one);
      }
    }
    return ignored;
  }
}
