package ballast.app.documents;

import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.app.page.Json;
import ballast.bitext.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code ballast merge --json}, specified in {@code src/site/markdown/json.md}. */
public final class MergeJson {

  private MergeJson() {}

  /**
   * Writes the summary as one line.
   *
   * @param file the translated document
   */
  public static void write(
      Writer out, String document, String xliff, String file, MergedDocument result)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("document", document).put("xliff", xliff).put("file", file);
      json.put("to", result.target().tag()).put("translated", result.translated());
      write(json, "untranslated", result.untranslated());
      write(json, "repaired", result.repaired());
    }
  }

  private static void write(Json json, String name, List<MergeRemark> remarks) throws IOException {
    json.array(name);
    for (MergeRemark remark : remarks) {
      Location location = remark.location();
      json.object().put("file", location.file());
      json.put("line", location.line()).put("column", location.column());
      if (!location.place().isEmpty()) {
        json.put("place", location.place());
      }
      json.put("text", remark.text()).put("reason", remark.what()).end();
    }
    json.end();
  }
}
