package ballast.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ballast.app.page.Chromium;
import ballast.site.Manual.Contents;
import ballast.site.Manual.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the manual to itself: no link leads nowhere, no page is left out. */
final class SiteTest {

  private static final Path ROOT = Path.of("");

  @TempDir static Path site;

  private static Manual manual = new Manual(ROOT, java.util.Map.of());

  @BeforeAll
  static void make() throws IOException {
    manual = Manual.in(ROOT);
    Site.make(ROOT, site);
  }

  private static List<Path> htmlFiles() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void everyLinkInTheMarkdownLeadsToAFileAndAHeading() {
    List<String> broken = new ArrayList<>();
    manual.pages().values().forEach(page -> page.content().accept(links(page, broken)));
    assertThat(broken).isEmpty();
  }

  private static AbstractVisitor links(Page page, List<String> broken) {
    return new AbstractVisitor() {
      @Override
      public void visit(Link link) {
        check(link.getDestination());
        visitChildren(link);
      }

      @Override
      public void visit(Image image) {
        check(image.getDestination());
        assertThat(Page.text(image)).as("what an image shows: " + image).isNotBlank();
      }

      private void check(String link) {
        if (!link.contains(":") && !leadsSomewhere(page, link)) {
          broken.add(page.source() + ": " + link);
        }
      }
    };
  }

  private static boolean leadsSomewhere(Page page, String link) {
    int fragment = link.indexOf('#');
    if (fragment < 0) {
      return Files.exists(Manual.file(page, link));
    }
    return manual.page(page, link).stream()
        .flatMap(other -> other.headings().stream())
        .anyMatch(heading -> heading.anchor().equals(link.substring(fragment + 1)));
  }

  @Test
  void everyLinkInTheSiteLeadsToAPartOfIt() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : htmlFiles()) {
      Document page = Jsoup.parse(file.toFile(), "UTF-8");
      for (Element element : page.select("[href], [src]")) {
        String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
        int fragment = link.indexOf('#');
        String path = fragment < 0 ? link : link.substring(0, fragment);
        if (link.contains(":")) {
          // Only a person's click leaves the site.
          assertThat(element.tagName()).as(file + ": " + link).isEqualTo("a");
          continue;
        }
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        boolean names = fragment >= 0;
        if (!Files.exists(target) || (names && !hasAnchor(target, link.substring(fragment + 1)))) {
          broken.add(site.relativize(file) + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean hasAnchor(Path file, String anchor) throws IOException {
    return Jsoup.parse(file.toFile(), "UTF-8").getElementById(anchor) != null;
  }

  /** Both tables have three rows: what OmegaT uses, the best of each column, and Ballast. */
  @Test
  void theReadmesHaveTheFiguresOfTheAccuracyPage() throws IOException {
    List<double[]> others = new ArrayList<>();
    String page = Files.readString(Manual.FOLDER.resolve("accuracy.md"), UTF_8);
    String table = page.split("<!-- measured: peers -->")[1].split("<!-- end -->")[0];
    for (String row : table.lines().toList()) {
      if (row.contains("MB")) {
        String[] cells = row.split("\\| ");
        others.add(IntStream.of(3, 4, 5).mapToDouble(i -> f1(cells[i])).toArray());
      }
    }
    double[] ours = others.remove(others.size() - 1);
    double[] best = new double[ours.length];
    others.forEach(row -> IntStream.range(0, 3).forEach(i -> best[i] = Math.max(best[i], row[i])));
    for (Path readme : List.of(Path.of("README.md"), Manual.FOLDER.resolve("README.zh.md"))) {
      List<String> rows =
          Files.readAllLines(readme, UTF_8).stream()
              .filter(line -> line.matches("\\| (mALIGNa|\\*\\*Ballast).*"))
              .toList();
      assertThat(rows).as(readme.toString()).hasSize(3);
      assertThat(rows.get(0)).endsWith("| %s | %s | %s |".formatted(boxed(others.get(0))));
      assertThat(rows.get(1)).endsWith("| %s | %s | %s |".formatted(boxed(best)));
      assertThat(rows.get(2)).endsWith("| **%s** | **%s** | **%s** |".formatted(boxed(ours)));
    }
  }

  private static double f1(String cell) {
    return Double.parseDouble(cell.split(" ")[0]);
  }

  private static Object[] boxed(double[] values) {
    return DoubleStream.of(values).boxed().toArray();
  }

  @Test
  void everyPageIsInTheContents() {
    TreeSet<Path> listed = new TreeSet<>();
    for (Path file : List.of(Contents.ENGLISH, Contents.CHINESE)) {
      Contents.of(manual, file).pages().forEach(page -> listed.add(page.source()));
      listed.add(file);
    }
    assertThat(listed).containsExactlyElementsOf(new TreeSet<>(manual.pages().keySet()));
  }

  @Test
  void aPageNamesItsLanguageAndTheOtherOne() throws IOException {
    Document chinese = Jsoup.parse(site.resolve("translators.zh.html").toFile(), "UTF-8");
    assertThat(first(chinese, "html").attr("lang")).isEqualTo("zh-CN");
    assertThat(first(chinese, "a.language").attr("href")).isEqualTo("translators.html");
    assertThat(first(chinese, "nav a[aria-current]").text()).isEqualTo("译者的一天");
    Document rule = Jsoup.parse(site.resolve("rules/unpaired.html").toFile(), "UTF-8");
    assertThat(first(rule, "header a.name").attr("href")).isEqualTo("../index.html");
    assertThat(first(rule, "a.language").attr("href")).isEqualTo("../index.zh.html");
  }

  private static Element first(Document page, String selector) {
    return Objects.requireNonNull(page.selectFirst(selector), selector);
  }

  /** The hits for a text, in a browser. */
  private static Document search(String page, String text) throws Exception {
    String html = Files.readString(site.resolve(page), UTF_8);
    Path probed = site.resolve("probed-" + page);
    Files.writeString(
        probed,
        html.replace(
            "</head>",
            """
            <script>
            addEventListener("DOMContentLoaded", () => {
              const field = document.getElementById("search");
              field.value = "%s";
              field.dispatchEvent(new Event("input"));
            });
            </script>
            </head>\
            """
                .formatted(text)),
        UTF_8);
    Chromium.Run run = Chromium.find().orElseThrow().run(probed, "--dump-dom");
    Files.delete(probed);
    assertThat(run.console()).isEmpty();
    return Jsoup.parse(run.out());
  }

  @Tag("browser")
  @Test
  void theSearchFindsWordsOfBothLanguagesAndPrefersThatOfThePage() throws Exception {
    assumeThat(Chromium.find()).as("a browser").isPresent();
    Document english = search("index.html", "pgpass chmod");
    assertThat(english.select("#hits a")).isNotEmpty();
    assertThat(first(english, "#hits a").attr("href")).startsWith("team.html#3-what-each-member");
    assertThat(english.select("#hits a").eachAttr("href")).noneMatch(link -> link.contains(".zh."));
    Document chinese = search("index.zh.html", "撤销");
    assertThat(first(chinese, "#hits a").attr("href")).contains(".zh.html");
    assertThat(first(chinese, "#hits a mark").text()).isEqualTo("撤销");
    assertThat(search("index.html", "qqqqq").select("#hits p").text()).isEqualTo("Nothing found");
  }

  @Test
  void theIndexHasEachPartWithItsWords() throws IOException {
    String script = Files.readString(site.resolve("search-index.js"), UTF_8);
    JsonNode parts =
        new ObjectMapper().readTree(script.substring(script.indexOf('['), script.length() - 2));
    assertThat(StreamSupport.stream(parts.spliterator(), false))
        .anyMatch(
            part ->
                part.get("page").asText().equals("corpus.html")
                    && part.get("anchor").asText().equals("the-list")
                    && part.get("text").asText().contains("source_file"))
        .anyMatch(part -> part.get("zh").asBoolean() && part.get("text").asText().contains("术语"))
        .hasSizeGreaterThan(200);
  }
}
