package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Translated pages and texts: from the memory at once, and by way of an XLIFF file. */
final class MergePagesTest extends CommandTest {

  private static final String PAGE =
      """
      <!DOCTYPE html>\r
      <html lang="zh-CN"><head><meta charset="%s"><title>老人与渡口</title></head>\r
      <body><!-- 老人与渡口 -->\r
      <h1 title="老人与渡口">老人与渡口</h1>\r
      <p>　　老人在<b>渡口</b>守了三十年。<a href="他.html">他没有离开过这条江。</a></p>\r
      <ul><li>渡船还在<span style="display:none">（隐藏）</span>。\r
      </li></ul>\r
      </body></html>\r
      """;

  private static final String TRANSLATED =
      """
      <!DOCTYPE html>\r
      <html lang="en-US"><head><meta charset="%s"><title>The Old Man &amp; the Ferry</title></head>\r
      <body><!-- 老人与渡口 -->\r
      <h1 title="老人与渡口">The Old Man &amp; the Ferry</h1>\r
      <p>　　The old man has kept the <b>ferry</b> for thirty years. <a href="他.html">He has never \
      left this river.</a></p>\r
      <ul><li>渡船还在<span style="display:none">（隐藏）</span>。\r
      </li></ul>\r
      </body></html>\r
      """;

  @BeforeEach
  void fillMemory() throws IOException {
    write("old.zh.txt", "老人与渡口\n老人在渡口守了三十年。\n他没有离开过这条江。\n渡船还在。\n", UTF_8);
    write(
        "old.en.txt",
        """
        The Old Man & the Ferry
        The old man has kept the ferry for thirty years.
        He has never left this river.
        The ferry boat is still there.
        """,
        UTF_8);
    run("align old.zh.txt old.en.txt --presegmented -q");
  }

  private void write(String file, String text, Charset charset) throws IOException {
    Files.write(folder.resolve(file), text.getBytes(charset));
  }

  private String read(String file, Charset charset) throws IOException {
    return new String(Files.readAllBytes(folder.resolve(file)), charset);
  }

  @Override
  protected Outcome run(String... words) {
    Outcome result = super.run(words);
    assertThat(result.err()).doesNotContain("error:");
    return result;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a page, UTF-8, ''",
    "a page with a byte order mark, UTF-8, '\uFEFF'",
    "a page in a Chinese encoding, GB18030, ''"
  })
  void aPageIsTranslated(String sentence, String encoding, String mark) throws IOException {
    Charset charset = Charset.forName(encoding);
    write("page.zh.html", mark + PAGE.formatted(encoding), charset);
    run("translate page.zh.html -o page.xlf");
    Path xliff = folder.resolve("page.xlf");
    assertThat(Files.readString(xliff, UTF_8)).contains("渡口</g>守了三十年");
    run("merge page.zh.html page.xlf -o page.en.html");
    assertThat(read("page.en.html", charset))
        .as(sentence)
        .isEqualTo(mark + TRANSLATED.formatted(encoding));
    run("translate page.zh.html -o page2.en.html");
    assertThat(folder.resolve("page2.en.html"))
        .hasSameBinaryContentAs(folder.resolve("page.en.html"));
  }

  @Test
  void aText() throws IOException {
    String text = "\uFEFF老人与渡口\r\n\r\n　　老人在渡口守了三十年。他没有离开过这条江。  \r\n\t渡船还在。\r\n%%% 完\r\n";
    write("text.zh.txt", text, UTF_8);
    run("translate text.zh.txt -o text.xlf");
    run("merge text.zh.txt text.xlf -o text.en.txt");
    assertThat(read("text.en.txt", UTF_8))
        .isEqualTo(
            "\uFEFFThe Old Man & the Ferry\r\n\r\n　　The old man has kept the ferry for thirty"
                + " years. He has never left this river.  \r\n\tThe ferry boat is still there.\r\n"
                + "%%% 完\r\n");
    run("translate text.zh.txt -o text2.en.txt");
    assertThat(folder.resolve("text2.en.txt"))
        .hasSameBinaryContentAs(folder.resolve("text.en.txt"));
  }

  @Test
  void aBlockThatAPageCannotHoldStaysAndIsListed() throws IOException {
    // A browser moves the text in the table in front of it; the translation has no place.
    String page =
        "<html lang=\"zh-CN\"><head><title>渡口</title></head><body><h1>老人与渡口</h1>"
            + "<table>渡船<tr><td>他没有离开过这条江。</td></tr>还在。</table></body></html>";
    write("odd.zh.html", page, UTF_8);
    write("more.tsv", "zh-CN\ten-US\n渡船还在。\tThe ferry boat is still there.\n", UTF_8);
    run("tm import more.tsv -q");
    assertThat(run(1, "translate odd.zh.html -o odd.en.html").err())
        .contains("not translated (it cannot be located in the file): \"渡船还在。\"");
    assertThat(read("odd.en.html", UTF_8))
        .contains("<h1>The Old Man &amp; the Ferry</h1>")
        .contains("<table>渡船<tr><td>He has never left this river.</td></tr>还在。</table>");
  }

  @Test
  void theTitleOfAWindowIsFurnitureForAnAlignment() throws IOException {
    write("w.zh.html", PAGE.formatted("UTF-8"), UTF_8);
    assertThat(run("split w.zh.html --format jsonl").out().lines().findFirst())
        .hasValueSatisfying(title -> assertThat(title).contains("老人与渡口").contains("\"furniture\""));
  }
}
