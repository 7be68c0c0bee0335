package ballast.report.memory;

import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Duplicates;
import ballast.memory.EditSummary;
import ballast.memory.ReplacedText;
import ballast.memory.UnitEdit;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Edited units for a program; the contract is in {@code src/site/markdown/json.md}. */
public final class EditJson implements EditReport {

  private final Writer out;
  private final JsonGenerator json;

  /**
   * Begins the value.
   *
   * @param command the command's name
   * @param dryRun whether nothing is written to the memory
   */
  public EditJson(Writer out, String command, boolean dryRun) throws IOException {
    this.out = out;
    this.json = AlignmentJson.generator(out);
    json.writeStartObject();
    json.writeNumberField("schema", 1);
    json.writeStringField("command", command);
    json.writeBooleanField("dryRun", dryRun);
    json.writeArrayFieldStart("units");
  }

  @Override
  public void edited(UnitEdit edit) {
    unchecked(
        () -> {
          start(edit.before());
          states(edit);
          json.writeEndObject();
        });
  }

  @Override
  public void replaced(UnitEdit edit, ReplacedText replaced) {
    unchecked(
        () -> {
          start(edit.before());
          states(edit);
          json.writeBooleanField("changed", replaced.isChanged());
          if (replaced.isRefused()) {
            json.writeStringField("reason", "the text would be empty");
          } else if (replaced.acrossCodes() > 0) {
            json.writeStringField("reason", "an inline code stands inside a match");
          }
          json.writeNumberField("acrossCodes", replaced.acrossCodes());
          spans("replaced", replaced.before());
          spans("replacements", replaced.after());
          json.writeEndObject();
        });
  }

  @Override
  public void merged(Duplicates duplicates) {
    unchecked(
        () -> {
          for (Unit unit : duplicates.deleted()) {
            start(unit);
            json.writeStringField("kept", duplicates.kept().id());
            state("before", unit, /* deleted= */ false);
            state("after", unit, /* deleted= */ true);
            json.writeEndObject();
          }
        });
  }

  @Override
  public void summary(EditSummary summary) {
    unchecked(
        () -> {
          json.writeEndArray();
          json.writeNumberField("matched", summary.matched());
          json.writeNumberField("changed", summary.changed());
          json.writeNumberField("deleted", summary.deleted());
          json.writeNumberField("backToDraft", summary.backToDraft());
          json.writeArrayFieldStart("documents");
          for (String document : summary.documents()) {
            json.writeString(document);
          }
          json.writeEndArray();
        });
  }

  @Override
  public void finish() {
    unchecked(
        () -> {
          json.writeEndObject();
          json.close();
          out.write("\n");
        });
  }

  private void start(Unit unit) throws IOException {
    json.writeStartObject();
    json.writeStringField("unit", unit.id());
    json.writeStringField("document", unit.provenance().document());
  }

  private void states(UnitEdit edit) throws IOException {
    state("before", edit.before(), edit.wasDeleted());
    state("after", edit.after(), edit.deleted());
  }

  private void state(String field, Unit unit, boolean deleted) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("source", unit.source());
    json.writeStringField("target", unit.target());
    json.writeStringField("status", unit.provenance().status().label());
    json.writeBooleanField("deleted", deleted);
    json.writeEndObject();
  }

  private void spans(String field, List<Span> spans) throws IOException {
    json.writeArrayFieldStart(field);
    for (Span span : spans) {
      json.writeStartArray();
      json.writeNumber(span.start());
      json.writeNumber(span.end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Something that may fail in writing. */
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
