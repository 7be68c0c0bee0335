package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
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
}
