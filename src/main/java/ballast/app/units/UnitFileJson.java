package ballast.app.units;

import ballast.app.page.Json;
import ballast.format.unit.UnitFormat;
import java.io.IOException;
import java.io.Writer;

/** Describes a written file of units as JSON specified in {@code src/site/markdown/json.md}. */
public final class UnitFileJson {

  private UnitFileJson() {}

  /** {@code tm export --json}. */
  public static void writeExport(
      Writer out, String file, UnitFormat format, UnitExport.Result result) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("file", file).put("format", format.toString()).put("units", result.written());
      json.put("doubtful", result.doubtful()).put("otherLanguages", result.otherLanguages());
    }
  }

  /**
   * {@code convert --json}, for units.
   *
   * @param input the file that was read, as the user named it
   * @param file the file that was written
   */
  public static void writeConversion(
      Writer out, String input, String file, UnitFormat format, UnitConversion.Result result)
      throws IOException {
    UnitProblems problems = result.problems();
    try (Json json = Json.line(out)) {
      json.put("input", input).put("file", file).put("format", format.toString());
      json.put("units", result.written()).put("skipped", problems.skipped());
      ImportOutput.writeMapped(json, result.mapped());
      json.array("problems");
      for (ImportReport.Problem problem : problems.listed()) {
        json.object().put("line", problem.line()).put("skipped", problem.skipped());
        json.put("reason", problem.reason()).end();
      }
      json.end().put("moreProblems", problems.more());
    }
  }
}
