package ballast.report.glossary;

import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReading;
import ballast.format.term.LeftOutTerm;
import ballast.report.page.Json;
import ballast.workflow.glossary.GlossaryConversion;
import ballast.workflow.glossary.GlossaryExport;
import java.io.IOException;
import java.io.Writer;

/**
 * Tells programs about a glossary file that was written; the contract is in {@code
 * src/site/markdown/json.md}.
 */
public final class GlossaryFileJson {

  private GlossaryFileJson() {}

  /**
   * {@code glossary export --json}.
   *
   * @param file as the user named it; empty if nothing was written
   */
  public static void writeExport(
      Writer out, String file, GlossaryFormat format, GlossaryExport.Result result)
      throws IOException {
    try (Json json = Json.line(out)) {
      writeFile(json, file, format, result);
    }
  }

  /**
   * {@code convert --json}, of terms.
   *
   * @param input the file that was read, as the user named it
   * @param file the one that was written
   */
  public static void writeConversion(
      Writer out,
      String input,
      String file,
      GlossaryFormat format,
      GlossaryConversion.Result result)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("input", input);
      writeFile(json, file, format, result.written());
      json.put("skipped", result.skipped()).array("problems");
      for (GlossaryReading.Problem problem : result.problems()) {
        json.object().put("line", problem.where().line()).put("reason", problem.reason()).end();
      }
      json.end();
    }
  }

  private static void writeFile(
      Json json, String file, GlossaryFormat format, GlossaryExport.Result result)
      throws IOException {
    json.put("file", file).put("format", format.toString()).put("concepts", result.concepts());
    json.array("leftOut");
    for (LeftOutTerm term : result.leftOut()) {
      json.object().put("concept", term.concept()).put("term", term.term());
      json.put("reason", term.reason()).end();
    }
    json.end();
  }
}
