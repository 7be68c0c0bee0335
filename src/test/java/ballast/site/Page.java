package ballast.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A page of the manual.
 *
 * @param source its Markdown, from the folder of the checkout
 * @param target its HTML, from the folder of the site
 * @param content what the Markdown says
 * @param headings in order, the title first
 */
record Page(Path source, Path target, Node content, List<Title> headings) {

  /**
   * A heading.
   *
   * @param anchor what a link names after {@code #}: as GitHub makes it of the text
   */
  record Title(Heading node, String text, String anchor) {}

  static Page of(Path source, Path target, Node content) {
    List<Title> titles = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    content.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            String text = text(heading);
            String anchor = anchor(text);
            int before = used.merge(anchor, 1, Integer::sum) - 1;
            titles.add(new Title(heading, text, before == 0 ? anchor : anchor + "-" + before));
          }
        });
    return new Page(source, target, content, List.copyOf(titles));
  }

  private static String anchor(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  boolean isChinese() {
    return source.toString().endsWith(".zh.md");
  }

  String title() {
    return headings.get(0).text();
  }

  /** The words of a node and of all in it. */
  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
