package ballast.app.units;

import ballast.app.page.HtmlPage;
import ballast.app.page.Imprint;
import ballast.app.page.Numbers;
import ballast.app.page.PageOutput;
import ballast.app.units.OverviewCharts.OverviewLinks;
import ballast.app.units.OverviewCharts.OverviewWords;
import ballast.bitext.CountedNoun;
import ballast.bitext.Unit;
import ballast.check.TermStatistics.TermCounts;
import ballast.memory.Statistics.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ballast tm stats -o stats.html}: an overview of a memory in charts. */
public final class OverviewHtml {

  private OverviewHtml() {}

  /**
   * Writes a self-contained page.
   *
   * @param terms translations of the glossary's terms; may be empty
   * @param findings findings of a check; null if there was none
   */
  public static void writePage(
      Writer out,
      String name,
      MemoryOverview.Result memory,
      List<TermCounts> terms,
      @Nullable FindingCounts findings,
      Imprint imprint)
      throws IOException {
    OverviewWords words = imprint.isChinese() ? OverviewWords.CHINESE : OverviewWords.ENGLISH;
    OverviewCharts charts = new OverviewCharts(words, OverviewLinks.NONE);
    String title = imprint.say("Overview of " + name);
    String summary = imprint.sentence(summary(memory, findings));
    HtmlPage.writeHead(out, imprint.language(), title, "overview.css", "");
    PageOutput.write(
        out,
        page ->
            JteOverviewPageGenerated.render(
                page, null, charts, imprint, title, summary, memory, terms, findings));
    HtmlPage.writeFoot(out);
  }

  /** Returns the result in parts. */
  private static List<String> summary(
      MemoryOverview.Result memory, @Nullable FindingCounts findings) {
    StatusCounts units = memory.units().units();
    List<String> parts = new ArrayList<>();
    parts.add(
        (CountedNoun.of(units.total(), "unit") + " in ")
            + CountedNoun.of(memory.articles().size(), "article"));
    parts.add(Numbers.count(units.count(Unit.Status.APPROVED)) + " approved");
    if (findings != null) {
      parts.add(CountedNoun.of(findings.findings(), "finding"));
    }
    return parts;
  }
}
