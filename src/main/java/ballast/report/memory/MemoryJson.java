package ballast.report.memory;

import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.report.alignment.AlignmentJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * What {@code ballast tm} gives a program; the contract is in {@code src/site/markdown/json.md}.
 */
public final class MemoryJson {

  private MemoryJson() {}

  /** {@code tm list --json}. */
  public static void writeDocuments(Writer out, List<DocumentSummary> documents)
      throws IOException {
    value(
        out,
        json -> {
          json.writeNumberField("schema", 1);
          json.writeArrayFieldStart("documents");
          for (DocumentSummary document : documents) {
            json.writeStartObject();
            json.writeStringField("name", document.name());
            json.writeStringField("sourceLanguage", document.sourceLang().tag());
            json.writeStringField("targetLanguage", document.targetLang().tag());
            json.writeNumberField("revisions", document.revisions());
            json.writeNumberField("units", document.units());
            json.writeStringField("lastChange", document.lastChange().toString());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** {@code tm history --json}. */
  public static void writeHistory(Writer out, String name, List<HistoryEntry> entries)
      throws IOException {
    value(
        out,
        json -> {
          json.writeNumberField("schema", 1);
          json.writeStringField("of", name);
          json.writeArrayFieldStart("entries");
          for (HistoryEntry entry : entries) {
            json.writeStartObject();
            json.writeStringField("what", entry.what().label());
            json.writeStringField("unit", entry.uid());
            json.writeNumberField("revision", entry.revision());
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("author", entry.author());
            json.writeStringField("note", entry.note());
            writeState(json, "before", entry.before());
            writeState(json, "after", entry.after());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeState(JsonGenerator json, String field, HistoryEntry.State state)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("source", state.source());
    json.writeStringField("target", state.target());
    json.writeStringField("status", state.status().label());
    json.writeEndObject();
  }

  /** The members of an object. */
  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static void value(Writer out, Members members) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    out.write("\n");
  }
}
