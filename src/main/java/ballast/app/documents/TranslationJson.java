package ballast.app.documents;

import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.page.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast translate --json}, specified in {@code src/site/markdown/json.md}. */
public final class TranslationJson {

  private TranslationJson() {}

  public static void write(Writer out, TranslationReport report, boolean dryRun)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("from", report.direction().source().tag());
      json.put("to", report.direction().target().tag()).put("dryRun", dryRun);
      json.array("files");
      for (TranslatedDocument document : report.documents()) {
        json.object().put("file", document.name());
        json.put("encoding", document.text().encoding().charset().name());
        json.put("sentences", document.sentences().size()).end();
      }
      json.end();
      json.put("filled", report.counts().filled());
      json.put("proposed", report.counts().proposed());
      json.put("empty", report.counts().empty());
      AnalysisOutput.writeFields(json, report.analysis());
      write(json, "skipped", report.skipped());
      write(json, "unsearched", report.unsearched());
    }
  }

  private static void write(Json json, String field, List<TranslationReport.Skipped> skipped)
      throws IOException {
    json.array(field);
    for (TranslationReport.Skipped one : skipped) {
      json.object().put("file", one.location().file());
      json.put("line", one.location().line()).put("column", one.location().column());
      if (!one.location().place().isEmpty()) {
        json.put("place", one.location().place());
      }
      json.put("type", one.type()).put("text", one.text()).end();
    }
    json.end();
  }
}
