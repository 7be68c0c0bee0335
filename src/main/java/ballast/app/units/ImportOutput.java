package ballast.app.units;

import ballast.app.page.Json;
import ballast.app.page.TerminalText;
import ballast.app.units.ImportReport.MappedCodes;
import ballast.bitext.CountedNoun;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Reports the results of {@code ballast tm import} as text and JSON. */
public final class ImportOutput {

  private ImportOutput() {}

  /** {@code tm import --json}, specified in {@code src/site/markdown/json.md}. */
  public static void writeJson(Writer out, List<ImportReport> files) throws IOException {
    try (Json json = Json.line(out)) {
      writeCounts(json, files);
      writeMapped(json, files);
      json.array("problems");
      for (ImportReport file : files) {
        writeProblems(json, file);
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
    json.put("read", sum(files, ImportReport::read));
    json.put("added", sum(files, ImportReport::added));
    json.put("merged", sum(files, ImportReport::merged));
    json.put("overwritten", sum(files, ImportReport::overwritten));
    json.put("skipped", sum(files, ImportReport::skipped));
    json.put("pairs", sum(files, ImportReport::pairs));
  }

  private static void writeMapped(Json json, List<ImportReport> files) throws IOException {
    Map<String, Long> all = new TreeMap<>();
    for (ImportReport file : files) {
      file.mapped().forEach((code, texts) -> all.merge(code, texts, Long::sum));
    }
    writeMapped(json, all);
  }

  /** Writes the language codes that were accepted as variants of the wanted ones. */
  static void writeMapped(Json json, Map<String, Long> texts) throws IOException {
    json.object("mapped");
    for (Map.Entry<String, Long> code : texts.entrySet()) {
      json.put(code.getKey(), code.getValue());
    }
    json.end();
  }

  private static void writeProblems(Json json, ImportReport file) throws IOException {
    for (ImportReport.Problem problem : file.problems()) {
      json.object();
      json.put("file", file.file());
      json.put("line", problem.line());
      json.put("skipped", problem.skipped());
      json.put("reason", problem.reason());
      json.end();
    }
  }

  private static long sum(List<ImportReport> files, ToLongFunction<ImportReport> count) {
    return files.stream().mapToLong(count).sum();
  }

  /**
   * Returns the results as lines of text.
   *
   * @param mostProblems maximum number of problems listed
   */
  public static List<String> lines(ImportReport report, int mostProblems) {
    List<String> lines = new ArrayList<>();
    lines.add(
        TerminalText.plain(
            String.format(
                Locale.ROOT,
                "%s: %s read: %,d added, %,d merged, %,d overwritten, %,d skipped",
                report.file(),
                CountedNoun.of(report.read(), "unit"),
                report.added(),
                report.merged(),
                report.overwritten(),
                report.skipped())));
    if (!report.mapped().isEmpty()) {
      lines.add(TerminalText.plain("  " + MappedCodes.inWords(report.mapped())));
    }
    for (ImportReport.Problem problem :
        report.problems().subList(0, Math.min(mostProblems, report.problems().size()))) {
      lines.add(
          TerminalText.plain(
              "  "
                  + report.place()
                  + " "
                  + problem.line()
                  + ": "
                  + (problem.skipped() ? "skipped: " : "")
                  + problem.reason()));
    }
    long more = report.moreProblems() + Math.max(0, report.problems().size() - mostProblems);
    if (more > 0) {
      lines.add(String.format(Locale.ROOT, "  and %,d more", more));
    }
    return lines;
  }
}
