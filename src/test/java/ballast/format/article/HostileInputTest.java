package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ballast.bitext.Document;
import ballast.bitext.InputException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Input that was made to break a reader. The time limits are far above what a linear reader needs.
 */
@Tag("hostile")
final class HostileInputTest {

  private static final Duration GENEROUS = Duration.ofMinutes(5);

  private static Document read(String text, String name) {
    return assertTimeoutPreemptively(
        GENEROUS,
        () -> new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), name).document());
  }

  @Test
  void deeplyNestedMarkupIsRead() {
    for (String tag : new String[] {"div", "b", "span", "ul><li", "table><tr><td", "font"}) {
      String open = "<" + tag + ">";
      // jsoup itself needs the square of the time for nested tables.
      int depth = tag.startsWith("table") ? 20_000 : 100_000;
      Document document = read("<html>" + open.repeat(depth) + "钢琴。", "a.html");
      assertThat(document.text()).as(tag).contains("钢琴。");
    }
  }

  @Test
  void aHugePageIsRead() {
    String prose = "渡船正午离开，船上有九位客人和一架&nbsp;钢琴。".repeat(8);
    String row = "<div class=item><p>" + prose + "</p><a href=x>more</a></div>\n";
    int rows = 20_000_000 / row.getBytes(UTF_8).length;
    Document document = read("<html><body>" + row.repeat(rows) + "</body></html>", "a.html");

    assertThat(document.blocks()).hasSize(2 * rows);
    assertThat(document.location(document.text().length() - 1).line()).isEqualTo(rows);
  }

  @Test
  void aPageOfOneLineIsRead() {
    assertThat(read("<html><p>" + "a&amp;b<br>".repeat(100_000), "a.html").blocks()).isNotEmpty();
  }

  @Test
  void oneEndlessLineAndMillionsOfShortOnesAreRead() {
    assertThat(read("渡船正午离开，".repeat(1_000_000), "a.txt").blocks()).hasSize(1);
    assertThat(read("a\n".repeat(500_000), "a.txt").text()).startsWith("a");
    assertThat(
            read("the piano was sold and sold again on the way to-\n".repeat(100_000), "a.txt")
                .text())
        .startsWith("the piano");
  }

  @Test
  void patternsDoNotBacktrackForLong() {
    String[] starts = {
      "By ", "（记者 ", "作者：", "1. ", "# ", "图1 ", "The author is ", "2026-02-14 ",
      "首页 > ", "A | ", "---", "一", "Copyright © ", "12°C ", "<meta ", "[1"
    };
    String[] fillers = {" ", "A ", "（", "| ", "> ", "1", "一", "- ", "\u3000", "a-", ": ", ". "};
    for (String start : starts) {
      for (String filler : fillers) {
        read(start + filler.repeat(50_000) + "x", "a.txt");
      }
    }
  }

  @Test
  void randomBytesNeverDoMoreThanBeRefused() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        byte[] page = "<html><p>".getBytes(UTF_8);
        System.arraycopy(page, 0, bytes, 0, Math.min(page.length, bytes.length));
      }
      assertThatCode(() -> readOrRefuse(bytes)).as("seed %d", seed).doesNotThrowAnyException();
    }
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      assertThat(new TextReader(ReaderOptions.DEFAULT).read(bytes, "a").document().blocks())
          .isNotEmpty();
    } catch (InputException e) {
      assertThat(e).hasMessageContaining("\"a\"");
    }
  }
}
