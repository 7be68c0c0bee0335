package ballast.app.documents;

import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.page.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Reports the results of {@code ballast tm stats --against}: the share of new documents already in
 * the memory.
 */
public final class AnalysisOutput {

  private AnalysisOutput() {}

  /** Writes one band per line, and the sum. */
  public static void write(Writer out, MatchAnalysis analysis) throws IOException {
    out.write("band         segments  characters      words\n");
    for (MatchBand band : MatchBand.values()) {
      out.write(line(band.label(), analysis.in(band)));
      if (band == MatchBand.REPETITION) {
        out.write(line("  internal", analysis.internal()));
      }
    }
    out.write(line("total", analysis.total()));
  }

  private static String line(String label, MatchAnalysis.Count count) {
    return String.format(
        Locale.ROOT,
        "%-12s %8d %11d %10d\n",
        label,
        count.segments(),
        count.amount().characters(),
        count.amount().words());
  }

  /** {@code tm stats --against --json}. */
  public static void writeJson(Writer out, List<String> files, MatchAnalysis analysis)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.strings("against", files);
      writeFields(json, analysis);
    }
  }

  /** Writes the members {@code bands} and {@code total} of the open object. */
  static void writeFields(Json json, MatchAnalysis analysis) throws IOException {
    json.array("bands");
    for (MatchBand band : MatchBand.values()) {
      json.object().put("band", band.label());
      write(json, analysis.in(band));
      if (band == MatchBand.REPETITION) {
        write(json.object("internal"), analysis.internal());
        json.end();
      }
      json.end();
    }
    json.end();
    write(json.object("total"), analysis.total());
    json.end();
  }

  private static void write(Json json, MatchAnalysis.Count count) throws IOException {
    json.put("segments", count.segments());
    json.put("characters", count.amount().characters());
    json.put("words", count.amount().words());
  }
}
