package ballast.workbench.check;

import ballast.report.page.Html;
import java.io.IOException;

/** Writes the page of the manual on a rule as plain paragraphs and tables. */
final class RuleHtml {

  private final Html html;

  RuleHtml(Html html) {
    this.html = html;
  }

  /**
   * Writes it.
   *
   * @param page Markdown as the pages on rules have it: a title, paragraphs, tables of two columns
   */
  void write(String page) throws IOException {
    html.add("<div class=\"rule-page\" lang=\"en\">\n");
    for (String block : page.strip().split("\\n\\s*\\n")) {
      if (block.startsWith("|")) {
        writeTable(block);
      } else if (!block.startsWith("# ")) {
        html.add("<p>{}</p>\n", plain(block.replace('\n', ' ')));
      }
    }
    html.add("</div>\n");
  }

  private void writeTable(String block) throws IOException {
    html.add("<dl>\n");
    for (String line : block.split("\\n")) {
      String[] cells = line.split("\\|", -1);
      if (cells.length > 2 && !cells[1].isBlank() && !cells[1].strip().startsWith("-")) {
        html.add("<div><dt>{}</dt>", plain(cells[1].strip()));
        html.add("<dd>{}</dd></div>\n", plain(cells[2].strip()));
      }
    }
    html.add("</dl>\n");
  }

  private static String plain(String text) {
    return text.replace("**", "").replace("`", "");
  }
}
