package ballast.report.memory;

import ballast.report.alignment.AlignmentJson;
import ballast.workflow.translate.MatchAnalysis;
import ballast.workflow.translate.MatchBand;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * How much of new documents a memory knows, for a program; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class MatchAnalysisJson {

  private MatchAnalysisJson() {}

  /**
   * {@code tm stats --against --json}.
   *
   * @param files the names of the documents
   */
  public static void write(Writer out, List<String> files, MatchAnalysis analysis)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("against");
      for (String file : files) {
        json.writeString(file);
      }
      json.writeEndArray();
      writeFields(json, analysis);
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** The fields {@code bands} and {@code total} of the object that has been started. */
  static void writeFields(JsonGenerator json, MatchAnalysis analysis) throws IOException {
    json.writeArrayFieldStart("bands");
    for (MatchBand band : MatchBand.values()) {
      json.writeStartObject();
      json.writeStringField("band", band.label());
      write(json, analysis.in(band));
      if (band == MatchBand.REPETITION) {
        json.writeObjectFieldStart("internal");
        write(json, analysis.internal());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("total");
    write(json, analysis.total());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, MatchAnalysis.Count count) throws IOException {
    json.writeNumberField("segments", count.segments());
    json.writeNumberField("characters", count.amount().characters());
    json.writeNumberField("words", count.amount().words());
  }
}
