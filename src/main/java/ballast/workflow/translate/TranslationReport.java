package ballast.workflow.translate;

import ballast.bitext.Location;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * What {@code ballast translate} did.
 *
 * @param from language of the documents
 * @param to language of the translations
 * @param files what was read
 * @param analysis the sentences in bands
 * @param counts how many of them got what
 * @param skipped what is in the file and not to be translated
 * @param unsearched sentences that are too long to look up; they count as empty
 */
public record TranslationReport(
    String from,
    String to,
    List<File> files,
    MatchAnalysis analysis,
    Counts counts,
    List<Skipped> skipped,
    List<Skipped> unsearched) {

  /**
   * A document.
   *
   * @param name as given
   * @param encoding how it was decoded
   * @param sentences how many it has, those that are not translated included
   */
  public record File(String name, String encoding, int sentences) {}

  /**
   * Sentences.
   *
   * @param filled those that got a translation
   * @param proposed those that got proposals only
   * @param empty those for which there is nothing
   */
  public record Counts(int filled, int proposed, int empty) {}

  /**
   * A block that is not to be translated, or a sentence that was not looked up.
   *
   * @param location where it stands
   * @param type the label of its block type
   * @param text all of it
   */
  public record Skipped(Location location, String type, String text) {}

  public TranslationReport {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    unsearched = List.copyOf(unsearched);
  }

  /** {@code ballast translate --json}. */
  public void writeJson(Writer out, boolean dryRun) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("from", from);
      json.writeStringField("to", to);
      json.writeBooleanField("dryRun", dryRun);
      json.writeArrayFieldStart("files");
      for (File file : files) {
        json.writeStartObject();
        json.writeStringField("file", file.name());
        json.writeStringField("encoding", file.encoding());
        json.writeNumberField("sentences", file.sentences());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("filled", counts.filled());
      json.writeNumberField("proposed", counts.proposed());
      json.writeNumberField("empty", counts.empty());
      analysis.writeFields(json);
      write(json, "skipped", skipped);
      write(json, "unsearched", unsearched);
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(JsonGenerator json, String field, List<Skipped> skipped)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Skipped one : skipped) {
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
