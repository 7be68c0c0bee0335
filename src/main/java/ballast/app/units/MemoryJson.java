package ballast.app.units;

import ballast.app.page.Json;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the documents and the history of a memory as JSON specified in {@code
 * src/site/markdown/json.md}.
 */
public final class MemoryJson {

  private MemoryJson() {}

  /** {@code tm list --json}. */
  public static void writeDocuments(Writer out, List<DocumentSummary> documents)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.array("documents");
      for (DocumentSummary document : documents) {
        json.object();
        json.put("name", document.name());
        json.put("sourceLanguage", document.sourceLang().tag());
        json.put("targetLanguage", document.targetLang().tag());
        json.put("revisions", document.revisions());
        json.put("units", document.units());
        json.put("lastChange", document.lastChange().toString());
        json.end();
      }
      json.end();
    }
  }

  /** {@code tm history --json}. */
  public static void writeHistory(Writer out, String name, List<HistoryEntry> entries)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("of", name);
      json.array("entries");
      for (HistoryEntry entry : entries) {
        json.object();
        json.put("what", entry.what().label());
        json.put("unit", entry.uid());
        json.put("revision", entry.occasion().revision());
        json.put("at", entry.occasion().at().toString());
        json.put("author", entry.occasion().author());
        json.put("note", entry.note());
        writeState(json, "before", entry.before());
        writeState(json, "after", entry.after());
        json.end();
      }
      json.end();
    }
  }

  private static void writeState(Json json, String field, HistoryEntry.State state)
      throws IOException {
    json.object(field);
    json.put("source", state.source());
    json.put("target", state.target());
    json.put("status", state.status().label());
    json.end();
  }
}
