package ballast.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The text of all pages, part by part, as a script: pages that are opened as files may not read
 * anything else.
 */
final class SearchIndex {

  /**
   * What stands below a heading.
   *
   * @param page its file
   * @param anchor of the heading; empty for the title of the page
   * @param zh whether it is Chinese
   */
  record Part(String page, String anchor, String title, String heading, boolean zh, String text) {}

  private SearchIndex() {}

  static List<Part> parts(List<Page> pages) {
    List<Part> parts = new ArrayList<>();
    for (Page page : pages) {
      Page.Title heading = page.headings().get(0);
      StringBuilder text = new StringBuilder();
      int next = 1;
      for (Node node = page.content().getFirstChild(); node != null; node = node.getNext()) {
        if (node instanceof Heading && !node.equals(page.headings().get(0).node())) {
          parts.add(part(page, heading, text.toString()));
          text.setLength(0);
          while (!page.headings().get(next).node().equals(node)) {
            next++;
          }
          heading = page.headings().get(next);
        } else if (node instanceof FencedCodeBlock code) {
          text.append(code.getLiteral()).append(' ');
        } else {
          text.append(Page.text(node)).append(' ');
        }
      }
      parts.add(part(page, heading, text.toString()));
    }
    return parts;
  }

  private static Part part(Page page, Page.Title heading, String text) {
    boolean isTitle = heading.equals(page.headings().get(0));
    return new Part(
        page.target().toString().replace('\\', '/'),
        isTitle ? "" : heading.anchor(),
        page.title(),
        isTitle ? "" : heading.text(),
        page.isChinese(),
        text.strip().replaceAll("\\s+", " "));
  }

  static String script(List<Page> pages) throws JsonProcessingException {
    return "const BALLAST_PARTS = " + new ObjectMapper().writeValueAsString(parts(pages)) + ";\n";
  }
}
