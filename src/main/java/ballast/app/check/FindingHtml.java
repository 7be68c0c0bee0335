package ballast.app.check;

import ballast.app.page.HtmlPage;
import ballast.app.page.PageOutput;
import ballast.check.TermStatistics.TermCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * {@code ballast check --format html}: one self-contained page for screen, keyboard and paper, with
 * the findings, both texts of each with the relevant words marked, and the translations of every
 * term. CSS alone filters by severity and rule. A script filters by term, file and word, and its
 * controls appear only if it runs.
 */
final class FindingHtml {

  private FindingHtml() {}

  /**
   * @param checked the name of the checked text
   * @param terms translations of the terms that occur
   */
  static void write(Writer out, FindingReport report, String checked, List<TermCounts> terms)
      throws IOException {
    FindingPage page = new FindingPage(report, checked, terms);
    HtmlPage.writeHead(out, "Check of " + checked, "check.css", page.filterStyle(), "check.js");
    PageOutput.write(out, body -> JteFindingPageGenerated.render(body, null, page));
    HtmlPage.writeFoot(out, "check-help.html", "check.js");
  }
}
