package ballast.report.memory;

import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.language.TextAmount;
import ballast.memory.Inconsistency;
import ballast.memory.Statistics;
import ballast.memory.UnitStatistics;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures on units for a program; the contract is in {@code src/site/markdown/json.md}. */
public final class FigureJson {

  private FigureJson() {}

  /**
   * {@code tm stats --json}.
   *
   * @param memory figures on the memory as a whole; null when only some units are counted
   */
  public static void write(Writer out, @Nullable Statistics memory, UnitStatistics figures)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      if (memory != null) {
        json.writeNumberField("documents", memory.documents());
        json.writeNumberField("revisions", memory.revisions());
      }
      json.writeNumberField("units", figures.units());
      for (Status status : Status.values()) {
        json.writeNumberField(status.label(), figures.byStatus().getOrDefault(status, 0L));
      }
      if (memory != null) {
        json.writeNumberField("retired", memory.retired());
        json.writeNumberField("deleted", memory.deleted());
        json.writeNumberField("sourceCharacters", memory.sourceCharacters());
        json.writeNumberField("targetWords", memory.targetWords());
        json.writeNumberField("bytes", memory.fileSize());
      }
      amount(json, "source", figures.source());
      amount(json, "target", figures.target());
      json.writeNumberField("repetitions", figures.repetitions());
      json.writeNumberField("sourcesWithSeveralTargets", figures.sourcesWithSeveralTargets());
      json.writeNumberField("targetsWithSeveralSources", figures.targetsWithSeveralSources());
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** {@code tm stats --inconsistent --json}. */
  public static void writeInconsistencies(Writer out, List<Inconsistency> inconsistencies)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("inconsistencies");
      for (Inconsistency inconsistency : inconsistencies) {
        json.writeStartObject();
        json.writeStringField("same", inconsistency.side().toString());
        json.writeStringField("text", inconsistency.text());
        json.writeArrayFieldStart("units");
        for (Unit unit : inconsistency.units()) {
          json.writeStartObject();
          json.writeStringField("unit", unit.id());
          json.writeStringField("document", unit.provenance().document());
          json.writeStringField("status", unit.provenance().status().label());
          json.writeStringField("source", unit.source());
          json.writeStringField("target", unit.target());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void amount(JsonGenerator json, String field, TextAmount amount)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("characters", amount.characters());
    json.writeNumberField("words", amount.words());
    json.writeEndObject();
  }
}
