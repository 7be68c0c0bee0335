package ballast.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/**
 * The order of the pages, read from a page that lists them.
 *
 * @param sections in order
 */
record Contents(List<Section> sections) {

  /** Lists the pages in English, and those in Chinese. */
  static final Path ENGLISH = Manual.FOLDER.resolve("contents.md");

  static final Path CHINESE = Manual.FOLDER.resolve("contents.zh.md");

  /**
   * Pages that belong together.
   *
   * @param entries in order
   */
  record Section(String title, List<Entry> entries) {}

  /**
   * A page in the list.
   *
   * @param title what it is called there
   */
  record Entry(String title, Page page) {}

  /** What a page lists: headings of the second level, and links to pages below them. */
  static Contents of(Manual manual, Path file) {
    Page list = manual.pages().get(file);
    if (list == null) {
      throw new IllegalStateException("the manual has no " + file);
    }
    List<Section> sections = new ArrayList<>();
    list.content()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                  sections.add(new Section(Page.text(heading), new ArrayList<>()));
                }
              }

              @Override
              public void visit(Link link) {
                if (sections.isEmpty()) {
                  return; // to the list in the other language
                }
                manual
                    .page(list, link.getDestination())
                    .ifPresent(
                        page ->
                            sections
                                .get(sections.size() - 1)
                                .entries()
                                .add(new Entry(Page.text(link), page)));
              }
            });
    return new Contents(List.copyOf(sections));
  }

  List<Page> pages() {
    return sections.stream()
        .flatMap(section -> section.entries().stream())
        .map(Entry::page)
        .toList();
  }
}
