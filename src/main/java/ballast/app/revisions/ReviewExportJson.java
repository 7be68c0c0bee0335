package ballast.app.revisions;

import ballast.app.page.Json;
import java.io.IOException;
import java.io.Writer;

/** {@code ballast review export --json}, specified in {@code src/site/markdown/json.md}. */
public final class ReviewExportJson {

  private ReviewExportJson() {}

  /**
   * Writes the summary as one line.
   *
   * @param document its name in the memory
   * @param file as the user named it
   */
  public static void write(
      Writer out, String document, String file, ReviewFile form, ReviewExport.Result review)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("document", document).put("file", file).put("format", form.form().toString());
      json.put("sentences", form.fitting(review).size()).array("problems");
      for (ReviewLine line : form.leftOut(review)) {
        json.object().put("unit", line.unit().id());
        json.put("reason", ReviewFile.TOO_LONG).end();
      }
      json.end();
    }
  }
}
