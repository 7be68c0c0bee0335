package ballast.format.document;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.format.article.ReaderOptions;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a reader takes against the size of its file, as SECURITY.md states it. Allocated bytes are
 * counted, not time: they are the same on every machine, and memory in use is never more.
 */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public final class ReaderBoundsTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Bytes that any file may take. */
  private static final long FREE = 32L << 20;

  /** Bytes for each UTF-16 unit of a text. */
  private static final long PER_UNIT = 6_000;

  /** Bytes for each element of a package; the first compiler keeps short-lived objects. */
  private static final long PER_ELEMENT = 30_000;

  private static final int SIZE = 80_000;

  /** Bytes that this thread allocates to read something, or to refuse it with a hint. */
  public static long allocated(Runnable reading) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    try {
      reading.run();
    } catch (InputException e) {
      assertThat(e.hint()).isNotEmpty();
    }
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  /** Holds the bound, and four times as much takes no more than about four times the memory. */
  private static void isBounded(String name, IntFunction<byte[]> file, long bound) {
    DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);
    byte[] one = file.apply(1);
    byte[] four = file.apply(4);
    long quarter = allocated(() -> reader.read(one, name));
    assertThat(allocated(() -> reader.read(four, name)))
        .isLessThan(FREE + Math.min(bound, 5 * quarter));
  }

  private static final Map<String, List<String>> UNITS =
      Map.of(
          "a.md",
          List.of(
              "![[]()",
              "[[]()",
              "[](",
              "[a](b)",
              "[^a]",
              "$",
              "$$",
              "$a ",
              "__a_ ",
              "*a **b ",
              "`",
              "&amp;",
              "| a | b |\n",
              "a\n|-|\n",
              "a|b\n-|-\n",
              ":-\n",
              "> ",
              "> a\n",
              "- ",
              "- a\n",
              "1. a\n",
              "“外交\n",
              "[a]: b\n",
              "{{",
              "::: a\n",
              "!!! a\n    b\n",
              "<b>",
              "<!--",
              "\\",
              "===\n"),
          "a.html",
          List.of(
              "<p>外交",
              "<div>",
              "<b>a</b>",
              "<table><tr><td>外</td></tr></table>",
              "<li><a href=x>外</a>",
              "<br>",
              "<div style=\"display:none\">外",
              "&amp;",
              "<h1>外</h1>",
              "<!-- a -->",
              "<td rowspan=999>a"),
          "a.txt",
          List.of("a\n", "外交\n", "外交。\n\n", "1. ", "“外", "a-\n", "E.", "（", "…"),
          "a.po",
          List.of("msgid \"a\"\nmsgstr \"b\"\n\n", "\"a\"\n", "#: a\n", "msgid \"\"\n"),
          "a.srt",
          List.of("\n1\n00:00:01,000 --> 00:00:02,000\na\n", "1", "1\n", "a\n\n"));

  private static final Map<String, List<String>> ELEMENTS =
      Map.of(
          "a.docx",
          List.of(
              "<w:p/>",
              "<w:p><w:r><w:t>外</w:t></w:r></w:p>",
              "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
              "<w:bookmarkStart/>",
              "<w:p><w:r><w:tab/><w:br/><w:t>外</w:t></w:r></w:p>",
              "<w:sdt/>"),
          "a.odt",
          List.of(
              "<text:p/>",
              "<text:p>外</text:p>",
              "<text:p>外<text:tab/><text:s/>交</text:p>",
              "<text:p>外<text:s text:c=\"60\"/>交</text:p>",
              "<text:list><text:list-item/></text:list>",
              "<table:table><table:table-row"
                  + " table:number-rows-repeated=\"999999\"><table:table-cell"
                  + " table:number-columns-repeated=\"999999\"><text:p>外</text:p></table:table-cell>"
                  + "</table:table-row></table:table>"),
          "a.xlsx",
          List.of(
              "<row><c t=\"str\"><v>外</v></c></row>", "<row r=\"1048576\"/>", "<row><c/></row>"),
          "a.epub",
          List.of("<p>外</p>", "<p/>", "<div/>", "<br/>", "<li><a href=\"x\">外</a></li>"));

  private static final Map<String, Function<String, Packages>> PACKAGES =
      Map.of(
          "a.docx", Packages::docx,
          "a.odt", body -> Packages.odt(body, ""),
          "a.xlsx", rows -> Packages.xlsx("a", "", rows),
          "a.epub", body -> BookPackage.epub(body, "<p>二</p>"));

  static Stream<Arguments> units() {
    return cases(UNITS);
  }

  static Stream<Arguments> elements() {
    return cases(ELEMENTS);
  }

  private static Stream<Arguments> cases(Map<String, List<String>> files) {
    return files.entrySet().stream()
        .flatMap(file -> file.getValue().stream().map(one -> Arguments.of(file.getKey(), one)));
  }

  @ParameterizedTest
  @MethodSource("units")
  void textsTakeMemoryInProportion(String name, String unit) {
    String part = unit.repeat(SIZE / 4 / unit.length());
    isBounded(name, times -> ("外交。\n\n" + part.repeat(times)).getBytes(UTF_8), SIZE * PER_UNIT);
  }

  /** Half of the elements that a small document may have: none of them may be dear. */
  @ParameterizedTest
  @MethodSource("elements")
  void packagesTakeMemoryInProportion(String name, String elements) {
    String part = elements.repeat(6_000 / (elements.split("<[^/]", -1).length - 1));
    Function<String, Packages> file = Objects.requireNonNull(PACKAGES.get(name));
    isBounded(name, times -> file.apply(part.repeat(times)).bytes(), 24_000 * PER_ELEMENT);
  }

  /** Reading a run of signs once from each of its signs took minutes. */
  @Test
  void aLongRunOfDollarSignsIsText() {
    byte[] bytes = ("外交。\n\n" + "$".repeat(1_000_000)).getBytes(UTF_8);
    assertThat(new DocumentReader(ReaderOptions.DEFAULT).read(bytes, "a.md").document().text())
        .endsWith("$$$");
  }

  @Test
  void aParagraphOfTooManyBracketsIsRefused() {
    byte[] bytes = ("外交。\n\n" + "![[]()".repeat(5_001)).getBytes(UTF_8);
    assertRefused(
        () -> new DocumentReader(ReaderOptions.DEFAULT).read(bytes, "a.md"),
        "more than 10,000 brackets");
  }

  @Test
  void aLongParagraphLosesNothing() {
    String line = "“外交”\n";
    byte[] bytes = line.repeat(2_500).getBytes(UTF_8);
    String text = new DocumentReader(ReaderOptions.DEFAULT).read(bytes, "a.md").document().text();
    assertThat(text.split("外交", -1)).hasSize(2_501);
  }
}
