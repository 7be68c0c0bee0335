package ballast.format.article;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the announcements of other articles: at least three parts of one element, each of them with
 * one heading that is a link, and little text. Sections of an article have headings too, but those
 * link to nothing; a heading by itself, beside the text that it heads, is never a teaser.
 */
final class Teasers implements NodeVisitor {

  private static final int MIN_ROW = 3;

  private final Predicate<Element> isLinkedHeading;
  private final Predicate<Element> isShort;
  private final IdentityHashMap<Element, Integer> headings = new IdentityHashMap<>();
  private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private Teasers(Predicate<Element> isLinkedHeading, Predicate<Element> isShort) {
    this.isLinkedHeading = isLinkedHeading;
    this.isShort = isShort;
  }

  /**
   * The teasers below an element, without what is in them.
   *
   * @param isLinkedHeading whether an element is a heading all of whose text is a link
   * @param isShort whether an element has so little text that it may be a teaser
   */
  static Set<Element> in(
      Element root, Predicate<Element> isLinkedHeading, Predicate<Element> isShort) {
    Teasers teasers = new Teasers(isLinkedHeading, isShort);
    NodeTraversor.traverse(teasers, root);
    return teasers.found;
  }

  @Override
  public void head(Node node, int depth) {}

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    int count = headings.getOrDefault(element, 0) + (isLinkedHeading.test(element) ? 1 : 0);
    if (count == 0) {
      return;
    }
    headings.put(element, count);
    if (count >= MIN_ROW) {
      addRow(element);
    }
    Element parent = element.parent();
    if (parent != null) {
      headings.merge(parent, count, Integer::sum);
    }
  }

  private void addRow(Element row) {
    Set<Element> members = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element child = row.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      boolean one = headings.getOrDefault(child, 0) == 1;
      if (one && !isLinkedHeading.test(child) && isShort.test(child)) {
        members.add(child);
      }
    }
    if (members.size() >= MIN_ROW) {
      found.addAll(members);
    }
  }
}
