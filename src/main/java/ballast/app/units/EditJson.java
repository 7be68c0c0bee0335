package ballast.app.units;

import ballast.app.page.Json;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes edited units as JSON specified in {@code src/site/markdown/json.md}. */
public final class EditJson implements EditReport {

  private final Json json;
  private final String command;
  private final SortedMap<String, Integer> losses = new TreeMap<>();

  public EditJson(Writer out, String command, boolean dryRun) throws IOException {
    this.json = Json.line(out);
    this.command = command;
    json.put("command", command);
    json.put("dryRun", dryRun);
    json.array("units");
  }

  @Override
  public void edited(UnitEdit edit) {
    approved(edit, List.of());
  }

  @Override
  public void approved(UnitEdit edit, List<String> errors) {
    unchecked(
        () -> {
          start(edit.before());
          states(edit);
          if (!errors.isEmpty()) {
            json.put("changed", edit.changesStatus());
            json.strings("errors", errors);
          }
          json.end();
        });
  }

  @Override
  public void replaced(UnitEdit edit, Side side, ReplacedText replaced) {
    unchecked(
        () -> {
          start(edit.before());
          states(edit);
          json.put("changed", replaced.isChanged());
          if (replaced.isRefused()) {
            json.put("reason", "the text would be empty");
          } else if (replaced.acrossCodes() > 0) {
            json.put("reason", "an inline code stands inside a match");
          }
          json.put("acrossCodes", replaced.acrossCodes());
          json.spans("replaced", edit.before().text(side), replaced.before());
          json.spans("replacements", replaced.text(), replaced.after());
          json.end();
        });
  }

  @Override
  public void merged(Duplicates duplicates) {
    unchecked(
        () -> {
          for (Unit unit : duplicates.deleted()) {
            losses.merge(unit.provenance().document(), 1, Integer::sum);
            start(unit);
            json.put("kept", duplicates.kept().id());
            state("before", unit, /* deleted= */ false);
            state("after", unit, /* deleted= */ true);
            json.end();
          }
        });
  }

  @Override
  public void summary(EditSummary summary) {
    unchecked(
        () -> {
          json.end();
          json.put("matched", summary.matched());
          json.put("changed", summary.changed());
          json.put("deleted", summary.deleted());
          json.put("backToDraft", summary.backToDraft());
          json.strings("documents", summary.documents());
          if (command.equals("dedupe")) {
            counts("losses", losses);
          } else if (command.equals("delete")) {
            counts("unrepresented", summary.unrepresented());
          }
          json.close();
        });
  }

  private void counts(String name, SortedMap<String, Integer> documents) throws IOException {
    json.array(name);
    for (Map.Entry<String, Integer> one : documents.entrySet()) {
      json.object().put("document", one.getKey()).put("units", one.getValue()).end();
    }
    json.end();
  }

  private void start(Unit unit) throws IOException {
    json.object();
    json.put("unit", unit.id());
    json.put("document", unit.provenance().document());
  }

  private void states(UnitEdit edit) throws IOException {
    state("before", edit.before(), edit.wasDeleted());
    state("after", edit.after(), edit.deleted());
  }

  private void state(String field, Unit unit, boolean deleted) throws IOException {
    json.object(field);
    json.put("source", unit.source());
    json.put("target", unit.target());
    json.put("status", unit.provenance().status().label());
    MatchJson.writePairing(json, unit.provenance().pairing());
    json.put("deleted", deleted);
    json.end();
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }

  private static void unchecked(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
