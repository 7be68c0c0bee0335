package ballast.report.memory;

import ballast.workflow.translate.MatchAnalysis;
import ballast.workflow.translate.MatchBand;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** How much of new documents a memory knows, as a table for people. */
public final class MatchAnalysisText {

  private MatchAnalysisText() {}

  /** One band a line, and the sum. */
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
}
