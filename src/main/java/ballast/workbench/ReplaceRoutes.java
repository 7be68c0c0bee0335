package ballast.workbench;

import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.memory.Replacement;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.ReplacementPage.Place;
import ballast.workbench.ReplacementPage.Preview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

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
    Preview preview = null;
    String problem = "";
    try {
      if (!given.text("pattern").isEmpty()) {
        preview = preview(given);
      }
    } catch (InputException e) {
      problem = e.getMessage() + "\n" + e.hint();
    }
    ReplacementPage page = new ReplacementPage(given, new MemoryQuery(given), preview, problem);
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.replace")),
        (out, words) -> JteReplacePageGenerated.render(out, null, words, page));
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
        desk.edits().replace(scope, how(form), form.has("keep"), (edit, text) -> {});
    return desk.done(
        call,
        words.say("memory.replaced", result.places(), result.summary().changed()),
        (out, say) -> JteReplacePreviewGenerated.render(out, null, say, null, ""));
  }

  private Preview preview(Parameters given) {
    Replacement how = how(given);
    MessageDigest digest = Sha256.newDigest();
    List<Place> shown = new ArrayList<>();
    EditScope scope = desk.scope(new MemoryQuery(given).filter(""), "").tried();
    MemoryEdits.Replaced result =
        desk.edits()
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
                      shown.add(new Place(edit, text));
                    }
                  }
                });
    return new Preview(how.side(), result, shown, HexFormat.of().formatHex(digest.digest()));
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
}
