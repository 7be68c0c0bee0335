package ballast.report.memory;

import ballast.report.alignment.AlignmentJson;
import ballast.workflow.translate.TranslatedDocument;
import ballast.workflow.translate.TranslationReport;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast translate --json}; the contract is in {@code src/site/markdown/json.md}. */
public final class TranslationJson {

  private TranslationJson() {}

  /**
   * Writes what was found, without the translations.
   *
   * @param dryRun whether the translations were not written
   */
  public static void write(Writer out, TranslationReport report, boolean dryRun)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("from", report.direction().source().tag());
      json.writeStringField("to", report.direction().target().tag());
      json.writeBooleanField("dryRun", dryRun);
      json.writeArrayFieldStart("files");
      for (TranslatedDocument document : report.documents()) {
        json.writeStartObject();
        json.writeStringField("file", document.name());
        json.writeStringField("encoding", document.text().encoding().charset().name());
        json.writeNumberField("sentences", document.sentences().size());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("filled", report.counts().filled());
      json.writeNumberField("proposed", report.counts().proposed());
      json.writeNumberField("empty", report.counts().empty());
      MatchAnalysisJson.writeFields(json, report.analysis());
      write(json, "skipped", report.skipped());
      write(json, "unsearched", report.unsearched());
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(
      JsonGenerator json, String field, List<TranslationReport.Skipped> skipped)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (TranslationReport.Skipped one : skipped) {
      json.writeStartObject();
      json.writeStringField("file", one.location().file());
      json.writeNumberField("line", one.location().line());
      json.writeNumberField("column", one.location().column());
      json.writeStringField("type", one.type());
      json.writeStringField("text", one.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
