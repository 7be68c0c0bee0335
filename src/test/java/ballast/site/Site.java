package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.site.Manual.Contents;
import ballast.site.Manual.Page;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the site of the manual: {@code src/dev/site} calls it. The site is a folder of plain files,
 * which works when it is opened from the disk.
 */
final class Site {

  private static final Path IMAGES = Manual.FOLDER.resolve("images");

  private Site() {}

  /**
   * Makes it.
   *
   * @param args the folder of the checkout, and the folder of the site
   */
  public static void main(String[] args) throws IOException {
    make(Path.of(args[0]), Path.of(args[1]));
  }

  static void make(Path root, Path out) throws IOException {
    Manual manual = Manual.in(root);
    Contents english = Contents.of(manual, Contents.ENGLISH);
    Contents chinese = Contents.of(manual, Contents.CHINESE);
    for (Page page : manual.pages().values()) {
      PageWriter writer = new PageWriter(manual, page.isChinese() ? chinese : english);
      write(out.resolve(page.target()), writer.write(page));
    }
    List<Page> searched = new ArrayList<>(english.pages());
    searched.addAll(chinese.pages());
    write(out.resolve("search-index.js"), searchIndex(searched));
    for (String name : List.of("site.css", "site.js")) {
      try (InputStream in = Site.class.getResourceAsStream("/site/" + name)) {
        Files.copy(
            Objects.requireNonNull(in), out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    copyImages(root.resolve(IMAGES), out);
  }

  /** Beside the pages, and where the front page looks for them. */
  private static void copyImages(Path images, Path out) throws IOException {
    try (Stream<Path> files = Files.list(images)) {
      for (Path image : files.sorted().toList()) {
        for (Path folder : List.of(Path.of("images"), IMAGES)) {
          Path copy = out.resolve(folder).resolve(image.getFileName());
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(image, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text, UTF_8);
  }

  /** The text of all pages, as a script: pages that are opened as files may not read others. */
  private static String searchIndex(List<Page> pages) throws JsonProcessingException {
    return "const BALLAST_PARTS = " + new ObjectMapper().writeValueAsString(parts(pages)) + ";\n";
  }

  /**
   * What stands below a heading.
   *
   * @param page its file
   * @param anchor of the heading; empty for the title of the page
   * @param zh whether it is Chinese
   */
  private record Part(
      String page, String anchor, String title, String heading, boolean zh, String text) {}

  private static List<Part> parts(List<Page> pages) {
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

  /** Writes a page as HTML that loads nothing but what lies in the folder of the site. */
  private record PageWriter(Manual manual, Contents contents) {

    /** The words of a page that are not in its Markdown. */
    private record Words(
        String language, String search, String noHits, String skip, String contents, String other) {

      static final Words ENGLISH =
          new Words("en", "Search the manual", "Nothing found", "To the text", "Contents", "中文");
      static final Words CHINESE = new Words("zh-CN", "搜索手册", "没有找到", "跳到正文", "目录", "English");
    }

    String write(Page page) {
      Words words = page.isChinese() ? Words.CHINESE : Words.ENGLISH;
      String up = "../".repeat(page.target().getNameCount() - 1);
      String title = escaped(page.title());
      return """
      <!DOCTYPE html>
      <html lang="%s" data-up="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <link rel="stylesheet" href="%ssite.css">
      <script src="%ssearch-index.js" defer></script>
      <script src="%ssite.js" defer></script>
      </head>
      <body>
      <a class="skip" href="#text">%s</a>
      <header>
      <a class="name" href="%s">Ballast</a>
      <input id="search" type="search" placeholder="%s" aria-label="%s" data-none="%s" autocomplete="off">
      %s
      </header>
      <div id="hits" role="region" aria-live="polite" hidden></div>
      <div class="page">
      <nav aria-label="%s">
      <details open>
      <summary>%s</summary>
      %s</details>
      </nav>
      <main id="text">
      %s</main>
      </div>
      </body>
      </html>
      """
          .formatted(
              words.language(),
              up,
              title.equals("Ballast") ? title : title + " – Ballast",
              up,
              up,
              up,
              words.skip(),
              up + (page.isChinese() ? "index.zh.html" : "index.html"),
              words.search(),
              words.search(),
              words.noHits(),
              other(page, words),
              words.contents(),
              words.contents(),
              navigation(page),
              renderer(page).render(page.content()));
    }

    private String other(Page page, Words words) {
      Page other =
          manual
              .twin(page)
              .orElseGet(
                  () ->
                      manual
                          .pages()
                          .get(
                              page.isChinese()
                                  ? Path.of("README.md")
                                  : Manual.FOLDER.resolve("README.zh.md")));
      return "<a class=\"language\" hreflang=\"%s\" href=\"%s\">%s</a>"
          .formatted(page.isChinese() ? "en" : "zh-CN", href(page, other, ""), words.other());
    }

    private String navigation(Page page) {
      return contents.sections().stream()
          .map(
              section ->
                  "<h2>%s</h2>\n<ul>\n%s</ul>\n"
                      .formatted(
                          escaped(section.title()),
                          section.entries().stream()
                              .map(entry -> item(page, entry))
                              .collect(Collectors.joining())))
          .collect(Collectors.joining());
    }

    private String item(Page page, Contents.Entry entry) {
      return "<li><a href=\"%s\"%s>%s</a></li>\n"
          .formatted(
              href(page, entry.page(), ""),
              entry.page().equals(page) ? " aria-current=\"page\"" : "",
              escaped(entry.title()));
    }

    private HtmlRenderer renderer(Page page) {
      return HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(false)
          .attributeProviderFactory(context -> attributes(page))
          .build();
    }

    private AttributeProvider attributes(Page page) {
      return (node, tag, attributes) -> {
        if (node instanceof Heading) {
          page.headings().stream()
              .filter(title -> title.node().equals(node))
              .forEach(title -> attributes.put("id", title.anchor()));
        } else if (node instanceof Link link) {
          address(page, link.getDestination(), attributes);
        } else if (isTable(node, tag)) {
          attributes.put("tabindex", "0"); // wide ones scroll, also by key
        }
      };
    }

    private static boolean isTable(Node node, String tag) {
      return node instanceof TableBlock && tag.equals("table");
    }

    /** A link to what is not in the site says where the file is in a checkout. */
    private void address(Page page, String link, Map<String, String> attributes) {
      if (link.contains(":")) {
        return;
      }
      Optional<Page> other = manual.page(page, link);
      if (other.isPresent()) {
        int fragment = link.indexOf('#');
        attributes.put(
            "href", href(page, other.get(), fragment < 0 ? "" : link.substring(fragment)));
      } else if (!link.startsWith("images/")) {
        attributes.remove("href");
        attributes.put("title", Manual.file(page, link).toString().replace('\\', '/'));
      }
    }

    private static String href(Page from, Page to, String fragment) {
      if (from.equals(to) && !fragment.isEmpty()) {
        return fragment;
      }
      Path folder = from.target().getParent();
      Path way = folder == null ? to.target() : folder.relativize(to.target());
      return way.toString().replace('\\', '/') + fragment;
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
  }
}
