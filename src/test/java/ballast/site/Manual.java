package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The pages of the manual in a checkout.
 *
 * @param root the folder of the checkout
 * @param pages by the file that each is made from
 */
record Manual(Path root, Map<Path, Page> pages) {

  /** Where the pages are; what lies in it keeps its place in the site. */
  static final Path FOLDER = Path.of("src/site/markdown");

  private static final List<Path> OTHERS =
      List.of(
          Path.of("README.md"),
          Path.of("CHANGELOG.md"),
          Path.of(".github/CONTRIBUTING.md"),
          Path.of(".github/SECURITY.md"));

  static Manual in(Path root) throws IOException {
    List<Path> files = new ArrayList<>(OTHERS);
    try (Stream<Path> found = Files.walk(root.resolve(FOLDER))) {
      found
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(file -> files.add(root.relativize(file)));
    }
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    Map<Path, Page> pages = new HashMap<>();
    for (Path file : files) {
      String text = Files.readString(root.resolve(file), UTF_8);
      pages.put(file, Page.of(file, target(file), parser.parse(text)));
    }
    return new Manual(root, Map.copyOf(pages));
  }

  /** The file of the site that a page becomes, from the folder of the site. */
  private static Path target(Path file) {
    String name = file.getFileName().toString();
    if (file.equals(Path.of("README.md"))) {
      return Path.of("index.html");
    }
    if (file.equals(FOLDER.resolve("README.zh.md"))) {
      return Path.of("index.zh.html");
    }
    String html = name.substring(0, name.length() - "md".length()) + "html";
    return file.startsWith(FOLDER)
        ? FOLDER.relativize(file).resolveSibling(html)
        : Path.of(html.toLowerCase(java.util.Locale.ROOT));
  }

  /** The page that a link of another page means; empty if it means something else. */
  Optional<Page> page(Page from, String link) {
    return Optional.ofNullable(pages.get(file(from, link)));
  }

  /** The file of the checkout that a link of a page means, without the part after {@code #}. */
  static Path file(Page from, String link) {
    int fragment = link.indexOf('#');
    String path = fragment < 0 ? link : link.substring(0, fragment);
    return path.isEmpty() ? from.source() : from.source().resolveSibling(path).normalize();
  }

  /** The same page in the other language; empty if there is none. */
  Optional<Page> twin(Page page) {
    String source = page.source().toString();
    Path other;
    if (source.equals("README.md")) {
      other = FOLDER.resolve("README.zh.md");
    } else if (source.endsWith("README.zh.md")) {
      other = Path.of("README.md");
    } else if (page.isChinese()) {
      other = Path.of(source.replace(".zh.md", ".md"));
    } else {
      other = Path.of(source.replace(".md", ".zh.md"));
    }
    return Optional.ofNullable(pages.get(other));
  }

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
}
