package ballast.app.units;

import ballast.app.page.Json;
import ballast.format.unit.UnitFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Describes files of units that were read or written as JSON; see json.md. */
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

  /** {@code convert --json}, for units. */
  public static void writeConversion(
      Writer out, String input, String file, UnitFormat format, UnitConversion.Result result)
      throws IOException {
    UnitProblems problems = result.problems();
    try (Json json = Json.line(out)) {
      json.put("input", input).put("file", file).put("format", format.toString());
      json.put("units", result.written()).put("skipped", problems.skipped());
      writeMapped(json, result.mapped());
      json.array("problems");
      for (ImportReport.Problem problem : problems.listed()) {
        write(json.object(), problem);
      }
      json.end().put("moreProblems", problems.more());
    }
  }

  /** {@code tm import --json}. */
  public static void writeImport(Writer out, List<ImportReport> files) throws IOException {
    try (Json json = Json.line(out)) {
      writeCounts(json, files);
      writeMapped(json, files);
      json.array("problems");
      for (ImportReport file : files) {
        for (ImportReport.Problem problem : file.problems()) {
          write(json.object().put("file", file.file()), problem);
        }
      }
      json.end();
      json.put("moreProblems", sum(files, ImportReport::moreProblems));
      json.array("files");
      for (ImportReport file : files) {
        json.object();
        json.put("file", file.file());
        writeCounts(json, List.of(file));
        json.put("error", file.error());
        json.end();
      }
      json.end();
    }
  }

  private static void writeCounts(Json json, List<ImportReport> files) throws IOException {
    json.put("read", sum(files, file -> file.counts().read()));
    json.put("added", sum(files, file -> file.counts().added()));
    json.put("merged", sum(files, file -> file.counts().merged()));
    json.put("overwritten", sum(files, file -> file.counts().overwritten()));
    json.put("skipped", sum(files, file -> file.counts().skipped()));
    json.put("pairs", sum(files, file -> file.counts().pairs()));
  }

  private static void writeMapped(Json json, List<ImportReport> files) throws IOException {
    Map<String, Long> all = new TreeMap<>();
    for (ImportReport file : files) {
      file.mapped().forEach((code, texts) -> all.merge(code, texts, Long::sum));
    }
    writeMapped(json, all);
  }

  private static void writeMapped(Json json, Map<String, Long> texts) throws IOException {
    json.object("mapped");
    for (Map.Entry<String, Long> code : texts.entrySet()) {
      json.put(code.getKey(), code.getValue());
    }
    json.end();
  }

  private static void write(Json json, ImportReport.Problem problem) throws IOException {
    json.put("line", problem.line()).put("skipped", problem.skipped());
    json.put("reason", problem.reason()).end();
  }

  private static long sum(List<ImportReport> files, ToLongFunction<ImportReport> count) {
    return files.stream().mapToLong(count).sum();
  }
}
