package ballast.report.glossary;

import ballast.bitext.CountedNoun;
import ballast.format.table.UnusedColumn;
import ballast.format.term.GlossaryReading;
import ballast.report.page.Json;
import ballast.workflow.glossary.GlossaryImport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result of {@code ballast glossary import} for one file.
 *
 * @param file its name
 * @param contents what the file contains
 * @param concepts entries that were taken
 * @param skipped entries that were not
 * @param problems the reasons, up to a limit
 */
public record GlossaryImportReport(
    String file,
    GlossaryReading.Contents contents,
    int concepts,
    int skipped,
    List<Problem> problems) {

  /**
   * Why an entry was not taken.
   *
   * @param line 1-based
   * @param reason in words
   */
  public record Problem(int line, String reason) {}

  public GlossaryImportReport {
    problems = List.copyOf(problems);
  }

  /** The report on a file that was taken, or could not be. */
  public static GlossaryImportReport of(GlossaryImport.Taken taken) {
    GlossaryReading reading = taken.reading();
    return new GlossaryImportReport(
        taken.file(),
        reading.contents(),
        reading.concepts().size(),
        reading.unusable(),
        reading.problems().stream()
            .map(problem -> new Problem(problem.where().line(), problem.reason()))
            .toList());
  }

  /** {@code 1 entry}, {@code 12 entries}. */
  public static String entries(int count) {
    return CountedNoun.of(count, "entry", "entries");
  }

  /**
   * The counts and problems as lines of text.
   *
   * @param limit most problems that are named
   */
  public List<String> lines(int limit) {
    List<String> lines = new ArrayList<>();
    String languages =
        contents.terms().entrySet().stream()
            .map(
                count ->
                    count.getValue()
                        + " "
                        + (count.getKey().isEmpty() ? "without language" : count.getKey()))
            .collect(Collectors.joining(", "));
    lines.add(
        file
            + ": "
            + contents.format()
            + ", "
            + entries(contents.entries())
            + (languages.isEmpty() ? "" : " (terms: " + languages + ")")
            + "; "
            + concepts
            + " taken"
            + left());
    contents.unused().forEach(column -> lines.add("  " + column));
    for (Problem problem : problems.subList(0, Math.min(limit, problems.size()))) {
      lines.add("  line " + problem.line() + ": skipped: " + problem.reason());
    }
    if (skipped > limit) {
      lines.add("  and " + (skipped - Math.min(limit, problems.size())) + " more; -v names them");
    }
    return lines;
  }

  /** What was not taken; cells of a column that is not used are not "0 skipped". */
  private String left() {
    List<UnusedColumn> unused = contents.unused();
    int cells = unused.stream().mapToInt(UnusedColumn::cells).sum();
    return (skipped > 0 || unused.isEmpty() ? ", " + skipped + " skipped" : "")
        + (unused.isEmpty()
            ? ""
            : ", "
                + CountedNoun.of(cells, "cell")
                + " in "
                + CountedNoun.of(unused.size(), "column")
                + " not used");
  }

  /** {@code ballast glossary import --json}. */
  public static void writeJson(Writer out, List<GlossaryImportReport> reports, boolean dryRun)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("dryRun", dryRun);
      json.put("concepts", reports.stream().mapToInt(GlossaryImportReport::concepts).sum());
      json.put("skipped", reports.stream().mapToInt(GlossaryImportReport::skipped).sum());
      json.array("files");
      for (GlossaryImportReport report : reports) {
        report.write(json);
      }
      json.end();
    }
  }

  private void write(Json json) throws IOException {
    json.object();
    json.put("file", file);
    json.put("format", contents.format());
    json.put("entries", contents.entries());
    json.object("terms");
    for (Map.Entry<String, Integer> count : contents.terms().entrySet()) {
      json.put(count.getKey(), count.getValue());
    }
    json.end();
    json.put("concepts", concepts);
    json.put("skipped", skipped);
    json.array("problems");
    for (Problem problem : problems) {
      json.object();
      json.put("line", problem.line());
      json.put("reason", problem.reason());
      json.end();
    }
    json.end();
    json.array("unused");
    for (UnusedColumn column : contents.unused()) {
      json.object().put("column", column.head()).put("number", column.number());
      json.put("line", column.where().line())
          .put("cells", column.cells())
          .put("hint", column.hint())
          .end();
    }
    json.end();
    json.end();
  }
}
