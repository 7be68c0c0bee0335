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
import java.util.Objects;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

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
}
