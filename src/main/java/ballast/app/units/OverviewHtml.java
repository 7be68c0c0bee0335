package ballast.app.units;

import ballast.app.documents.MatchAnalysis;
import ballast.app.page.HtmlPage;
import ballast.app.page.PageOutput;
import ballast.app.units.OverviewCharts.OverviewLinks;
import ballast.app.units.OverviewCharts.OverviewWords;
import ballast.check.TermStatistics.TermCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ballast tm stats -o stats.html}: an overview of a memory in charts, in English. */
public final class OverviewHtml {

  private OverviewHtml() {}

  /**
   * Writes a self-contained page.
   *
   * @param terms translations of the glossary's terms; may be empty
   * @param findings findings of a check; null if there was none
   * @param coverage share of new texts already in the memory; null if not requested
   */
  public static void writePage(
      Writer out,
      String name,
      MemoryOverview.Result memory,
      List<TermCounts> terms,
      @Nullable FindingCounts findings,
      @Nullable MatchAnalysis coverage)
      throws IOException {
    OverviewCharts charts = new OverviewCharts(OverviewWords.ENGLISH, OverviewLinks.NONE);
    HtmlPage.writeHead(out, "Overview of " + name, "overview.css", "");
    PageOutput.write(
        out,
        page ->
            JteOverviewPageGenerated.render(
                page, null, charts, name, memory, terms, findings, coverage));
    HtmlPage.writeFoot(out);
  }
}
