package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PageOutputTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static String page(Consumer<HtmlTemplateOutput> template) throws IOException {
    StringWriter out = new StringWriter();
    PageOutput.write(out, template);
    return out.toString();
  }

  private static String in(String tag, @Nullable String attribute, String value)
      throws IOException {
    return page(
        out -> {
          out.setContext(tag, attribute);
          out.writeUserContent(value);
        });
  }

  @Test
  void valuesAreEscapedAccordingToTheirPlace() throws IOException {
    assertThat(in("p", null, "<b>&\"'\u202E"))
        .isEqualTo("&lt;b&gt;&amp;&quot;&#39;<span class=\"control\">U+202E</span>");
    assertThat(in("p", "title", "\"><script>\u202E")).isEqualTo("&quot;&gt;&lt;script&gt;\uFFFD");
    assertThat(in("option", null, "\u0007<")).isEqualTo("\uFFFD&lt;");
    assertThat(in("title", null, "\u0007<")).isEqualTo("\uFFFD&lt;");
    assertThat(in("textarea", null, "\u202E<")).isEqualTo("\u202E&lt;");
  }

  @Test
  void valuesAreRefusedWhereTheyWouldRun() {
    assertThatThrownBy(() -> in("script", null, "1")).hasMessageContaining("element script");
    assertThatThrownBy(() -> in("style", null, "a")).hasMessageContaining("element style");
    assertThatThrownBy(() -> in("p", "onclick", "1")).hasMessageContaining("onclick");
    assertThatThrownBy(() -> in("p", "style", "a")).hasMessageContaining("attribute style");
    assertThatThrownBy(() -> page(out -> out.writeUnsafeContent("<b>")))
        .hasMessageContaining("$unsafe");
  }

  @Test
  void partsOfAPageAreRefusedInAttributes() throws IOException {
    Content part = out -> out.writeContent("<b></b>");
    assertThat(page(out -> out.writeUserContent(part))).isEqualTo("<b></b>");
    assertThatThrownBy(
            () ->
                page(
                    out -> {
                      out.setContext("p", "title");
                      out.writeUserContent(part);
                    }))
        .hasMessageContaining("part of a page");
  }

  @Test
  void failuresOfTheWriterAreReported() throws IOException {
    Writer closed = Writer.nullWriter();
    closed.close();
    assertThatThrownBy(() -> PageOutput.write(closed, out -> out.writeContent("<p>")))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  @Test
  void templatesEscapeEverything() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      List<Path> templates = files.filter(Files::isRegularFile).toList();
      assertThat(templates).isNotEmpty();
      for (Path template : templates) {
        assertThat(template.toString()).endsWith(".jte");
        assertThat(Files.readString(template))
            .as(template.toString())
            .doesNotContain("$unsafe", "<style")
            .doesNotContainPattern("<script(?! [^>]*></script>)")
            .doesNotContainPattern("\\s(on[a-z]+|style)=");
      }
    }
  }

  @Test
  void joinersOfEmojiAndSoftHyphensStay() {
    assertThat(HtmlText.visible("👩\u200D🔬 co\u00ADop")).isEqualTo("👩\u200D🔬 co\u00ADop");
  }

  /** Foreign text could become markup only in Java code that writes markup. */
  @Test
  void onlyTemplatesHaveMarkup() throws IOException {
    Pattern markup =
        Pattern.compile("\"[^\"\\n]*</?(a|b|code|dd|div|h1|html|li|p|span|table|td|tr)[ >]");
    List<String> withMarkup = new ArrayList<>();
    for (String part : List.of("app", "cli", "server", "workbench")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/ballast", part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (markup.matcher(Files.readString(file)).find()) {
            withMarkup.add(String.valueOf(file.getFileName()));
          }
        }
      }
    }
    assertThat(withMarkup)
        .containsExactlyInAnyOrder("HtmlPage.java", "HtmlText.java", "LocalServer.java");
  }

  /** Numbers from 1; those that {@code every} does not divide are unchanged. */
  private static PageRows<Integer> rows(int size, int every, int counted) {
    List<Integer> all = IntStream.rangeClosed(1, size).boxed().toList();
    return PageRows.of(all, counted, n -> n % every != 0);
  }

  @Test
  void rowsThatFitAreAllShown() {
    PageRows<Integer> rows = rows(PageRows.MAX_ROWS, 2, 0);
    assertThat(rows.rows()).hasSize(PageRows.MAX_ROWS);
    assertThat(rows.isWhole()).isTrue();
  }

  @Test
  void unchangedRowsAreLeftOutBeforeChanges() {
    PageRows<Integer> rows = rows(PageRows.MAX_ROWS + 1, 10, 5);
    assertThat(rows.rows()).extracting(PageRows.Row::value).allMatch(n -> n % 10 == 0);
    assertThat(rows.rows()).extracting(PageRows.Row::number).contains(10, PageRows.MAX_ROWS);
    assertThat(rows.isWhole()).isFalse();
    assertThat(rows.leftOut()).isEqualTo("Not on this page: 9,006 unchanged.");
  }

  @Test
  void moreChangesThanAPageHoldsAreCounted() {
    PageRows<Integer> rows = rows(3 * PageRows.MAX_ROWS, 2, 0);
    assertThat(rows.rows()).hasSize(PageRows.MAX_ROWS);
    assertThat(rows.leftOut())
        .isEqualTo("Not on this page: 5,000 more changes and 15,000 unchanged.");
  }
}
