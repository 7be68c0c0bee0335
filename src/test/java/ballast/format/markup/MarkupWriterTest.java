package ballast.format.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.article.TextReader;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Translations written into Markdown, pages and plain texts. */
final class MarkupWriterTest {

  private static final MarkupWriter WRITER =
      MarkupWriter.of(ArticleFormat.MARKDOWN, ReaderOptions.DEFAULT).orElseThrow();

  private static FoundBlock block(String file, int index) {
    return new MarkdownReader(Mark.DEFAULT).read(file, "a.md").blocks().get(index);
  }

  /** A translation with the codes of the block at these offsets. */
  private static TranslatedBlock text(FoundBlock block, String text, int... offsets) {
    List<InlineCode> codes = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      InlineCode code = block.codes().get(i);
      codes.add(
          new InlineCode(
              code.side(), offsets[i], code.element(), code.attributes(), code.content()));
    }
    return new TranslatedBlock(text, codes);
  }

  private static MarkupWriter.Result write(String file, int index, TranslatedBlock text) {
    return WRITER.write(file, Map.of(index, text));
  }

  @Test
  void onlyTheBlockChanges() {
    String file = "\r\n#  标题  ##\r\n\r\n* 看[链接](u \"t\")  \r\n\r\n```\r\nx\r\n```\r\n";
    MarkupWriter.Result written = write(file, 1, text(block(file, 1), "See the link", 8, 12));
    assertThat(written.problems()).isEmpty();
    assertThat(written.text())
        .isEqualTo("\r\n#  标题  ##\r\n\r\n* See the [link](u \"t\")  \r\n\r\n```\r\nx\r\n```\r\n");
  }

  @Test
  void aTextThatStaysLeavesTheFileAsItIs() {
    String file = "one *two*\nthree\n";
    FoundBlock block = block(file, 0);
    MarkupWriter.Result written = write(file, 0, new TranslatedBlock(block.text(), block.codes()));
    assertThat(written.text()).isEqualTo(file);
  }

  @Test
  void signsAreEscapedWhereTheyWouldBeMarkup() {
    assertThat(write("甲\n", 0, text(block("甲\n", 0), "1. a * b_c [d] <e> *f*")).text())
        .isEqualTo("1\\. a * b_c \\[d\\] \\<e> \\*f\\*\n");
  }

  @Test
  void aLostCodeIsNamed() {
    String file = "a **b**\n";
    MarkupWriter.Result written = write(file, 0, text(block(file, 0), "x y", 0));
    assertThat(written.problems()).containsEntry(0, "the code ** is missing");
    assertThat(written.text()).isEqualTo(file);
  }

  @Test
  void aDoubledCodeIsNamed() {
    String file = "a `b`\n";
    List<InlineCode> codes = new ArrayList<>(block(file, 0).codes());
    codes.add(codes.get(1));
    MarkupWriter.Result written = write(file, 0, new TranslatedBlock("a b", codes));
    assertThat(written.problems()).containsEntry(0, "the code ` stands twice");
  }

  @Test
  void boldThatEndsInAPunctuationMarkIsWrittenAsATag() {
    String file = "**Note:** this\n";
    MarkupWriter.Result written = write(file, 0, text(block(file, 0), "注意：这个", 0, 3));
    assertThat(written.problems()).isEmpty();
    assertThat(written.text()).isEqualTo("<strong>注意：</strong>这个\n");
  }

  @Test
  void aReferenceKeepsItsTarget() {
    String file = "见[文档]。\n\n[文档]: http://x\n";
    MarkupWriter.Result written = write(file, 0, text(block(file, 0), "See docs.", 4, 8));
    assertThat(written.text()).isEqualTo("See [docs][文档].\n\n[文档]: http://x\n");
  }

  @Test
  void barsInCellsAreEscaped() {
    String file = "| a | `x` |\n|---|---|\n| b | c `d\\|e` |\n";
    FoundBlock cell = block(file, 3);
    MarkupWriter.Result written = write(file, 3, text(cell, "f|g d|e", 4, 7));
    assertThat(written.problems()).isEmpty();
    assertThat(written.text()).isEqualTo("| a | `x` |\n|---|---|\n| b | f\\|g `d\\|e` |\n");
  }

  @Test
  void lineBreaksAreWrittenAsTheFileDoes() {
    String file = "> one  \n> two\n";
    assertThat(write(file, 0, text(block(file, 0), "甲\n乙")).text()).isEqualTo("> 甲  \n> 乙\n");
    assertThat(write("# one\n", 0, text(block("# one\n", 0), "甲\n乙")).text())
        .isEqualTo("# 甲<br>乙\n");
  }

  @Test
  void codeIsNotReplaced() {
    String file = "```\nx\n```\n";
    assertThat(write(file, 0, text(block(file, 0), "y")).problems())
        .containsEntry(0, "it is code, which is not translated");
  }

  @Test
  void oneTextThatCannotBeWrittenDoesNotStopTheOthers() {
    String file = "one\n\n`two` words\n\nthree\n";
    FoundBlock second = block(file, 1);
    MarkupWriter.Result written =
        WRITER.write(
            file,
            Map.of(
                0, text(block(file, 0), "甲"),
                1, text(second, "乙`词", 0, 2),
                2, text(block(file, 2), "丙")));
    assertThat(written.problems()).containsOnlyKeys(1);
    assertThat(written.text()).isEqualTo("甲\n\n`two` words\n\n丙\n");
  }

  private static final MarkupWriter PAGES =
      MarkupWriter.of(ArticleFormat.HTML, ReaderOptions.DEFAULT).orElseThrow();

  private static List<FoundBlock> blocks(String html) {
    return new TextReader(ReaderOptions.DEFAULT, new PageMarkup()).blocks(html, true);
  }

  private static MarkupWriter.Result writePage(
      String html, int index, String text, int... offsets) {
    return PAGES.write(html, Map.of(index, text(blocks(html).get(index), text, offsets)));
  }

  /** The text with its codes in braces. */
  private static String marked(FoundBlock block) {
    StringBuilder marked = new StringBuilder(block.text());
    List<InlineCode> codes = block.codes();
    for (int i = codes.size() - 1; i >= 0; i--) {
      InlineCode code = codes.get(i);
      marked.insert(code.offset(), "{" + code.element() + " " + code.content() + "}");
    }
    return marked.toString();
  }

  private static String codes(String body) {
    return blocks("<body>" + body + "</body>").stream()
        .map(MarkupWriterTest::marked)
        .collect(Collectors.joining(" / "));
  }

  @Test
  void tagsBetweenWordsAreCodes() {
    assertThat(codes("<p>看<a href='x'>这里</a>吧</p>")).isEqualTo("看{<pc <a href='x'>}这里{/pc </a>}吧");
    assertThat(codes("<p>one<!-- > --> two<wbr>three</p>"))
        .isEqualTo("one{ph <!-- > -->} two{ph <wbr>}three");
  }

  @Test
  void tagsAtTheEndsBelongToTheBlockIfTheirPartnersDo() {
    assertThat(codes("<p><b>注意</b>：看<i><u>书</u></i></p>"))
        .isEqualTo("{<pc <b>}注意{/pc </b>}：看{<pc <i>}{<pc <u>}书{/pc </u>}{/pc </i>}");
    assertThat(codes("<p><b><i>全部</i></b></p>")).isEqualTo("全部");
  }

  @Test
  void aLineBreakLeavesItsTagsAlone() {
    assertThat(codes("<p><b>第一段话。<br><br>第二</b>段话。</p>")).isEqualTo("第一段话。 / 第二{ph </b>}段话。");
  }

  @Test
  void hiddenPartsAreOneCode() {
    assertThat(codes("<p>甲乙丙丁甲乙丙丁<b><span hidden>子<i>丑</i>寅</span></b>戊己庚辛</p>"))
        .isEqualTo("甲乙丙丁甲乙丙丁{ph <b><span hidden>子<i>丑</i>寅</span></b>}戊己庚辛");
    assertThat(codes("<p>甲<b>乙<script>if (a<b) x('</b>')</script></b>丙<svg><g/></svg>丁</p>"))
        .isEqualTo(
            "甲{<pc <b>}乙{ph <script>if (a<b) x('</b>')</script>}{/pc </b>}丙{ph <svg><g/></svg>}丁");
  }

  @Test
  void whiteSpaceBetweenTagsIsNoCode() {
    assertThat(codes("<p>one <b> two\n</b>\n three</p>"))
        .isEqualTo("one {<pc <b>}two{/pc </b>} three");
  }

  @Test
  void linksAreNotCut() {
    FoundBlock block = blocks("<p>See <a href=x>First. Second.</a> Third.</p>").get(0);
    assertThat(block.unbreakable()).containsExactly(new Span(4, 18));
  }

  @Test
  void onlyTheWordsChange() {
    String html =
        "<html><body>\r\n<table><tr>\r\n<td> 甲 &amp;乙&nbsp;</td><td>丙</td></tr></table>"
            + "<!-- 甲 -->\r\n<p title='甲'>&#30475;<b>书</b>&lt;</p>";
    assertThat(blocks(html).stream().map(FoundBlock::text)).containsExactly("甲 &乙", "丙", "看书<");
    assertThat(writePage(html, 0, "A & <B>").text())
        .isEqualTo(html.replace("甲 &amp;乙", "A &amp; &lt;B>"));
    assertThat(writePage(html, 2, "Read a book <", 5, 11).text())
        .isEqualTo(html.replace("&#30475;<b>书</b>&lt;", "Read <b>a book</b> &lt;"));
  }

  @Test
  void aTextThatEndsWithAnEntityIsReplacedWhole() {
    assertThat(writePage("<p>&ldquo;好&rdquo;</p>", 0, "“Good”").text()).isEqualTo("<p>“Good”</p>");
    assertThat(writePage("<p>&lt好&#128512;</p>", 0, "Good").text()).isEqualTo("<p>Good</p>");
  }

  @Test
  void indentsStay() {
    String html = "<p>　　甲。<br>&nbsp;&nbsp;<b>&emsp;乙</b>丙。</p>";
    assertThat(writePage(html, 0, "A.").text()).isEqualTo(html.replace("甲。", "A."));
    assertThat(writePage(html, 1, "B C.", 0, 1).text())
        .isEqualTo(html.replace("乙</b>丙。", "B</b> C."));
  }

  @Test
  void codesAreKept() {
    MarkupWriter.Result written = writePage("<p>甲<b>乙</b>丙</p>", 0, "A B C");
    assertThat(written.problems()).containsEntry(0, "the code <b> is missing");
    assertThat(written.text()).isEqualTo("<p>甲<b>乙</b>丙</p>");
  }

  @Test
  void aMarkIsRefused() {
    assertThat(writePage("<p>甲</p><p>乙</p>", 1, "%%% two").problems()).containsOnlyKeys(1);
  }

  @Test
  void textThatTheParserHasMovedIsRefused() {
    String html = "<table>甲<tr>乙<td>丙</td></tr></table>";
    assertThat(blocks(html).stream().map(FoundBlock::text)).containsExactly("甲乙", "丙");
    assertThat(writePage(html, 0, "A B").problems())
        .containsEntry(0, "it cannot be located in the file");
    assertThat(writePage(html, 1, "C").text()).isEqualTo(html.replace("丙", "C"));
  }

  @Test
  void theLanguageOfThePage() {
    assertThat(
            PageHead.inLanguage(
                "<!-- <html lang=zh> --><HTML lang=\"zh-CN\" xml:lang='zh' data-lang=zh><p"
                    + " lang=zh>",
                new Lang("en")))
        .isEqualTo(
            "<!-- <html lang=zh> --><HTML lang=\"en\" xml:lang='en' data-lang=zh><p lang=zh>");
  }

  @Test
  void charactersThatTheEncodingLacksAreReferences() {
    assertThat(PageHead.inEncoding("<p>é中😀", "中"::equals)).isEqualTo("<p>&#233;中&#128512;");
  }

  private static MarkupWriter.Result writeText(
      String text, ReaderOptions options, String... translations) {
    Map<Integer, TranslatedBlock> blocks = new TreeMap<>();
    for (int i = 0; i < translations.length; i++) {
      if (!translations[i].isEmpty()) {
        blocks.put(i, new TranslatedBlock(translations[i], List.of()));
      }
    }
    return MarkupWriter.of(ArticleFormat.TEXT, options).orElseThrow().write(text, blocks);
  }

  private static String written(String text, String... translations) {
    MarkupWriter.Result written = writeText(text, ReaderOptions.DEFAULT, translations);
    assertThat(written.problems()).isEmpty();
    return written.text();
  }

  @Test
  void everythingElseStays() {
    assertThat(
            written(
                "一、标题\r\n\r\n　　甲。 \r\n%%% 1\r\n\t- 乙\r\n%% ballast-ok: omitted\r\n丙。\n\n\n",
                "I. Title", "A.", "", "- B", "C."))
        .isEqualTo("I. Title\r\n\r\n　　A. \r\n%%% 1\r\n\t- B\r\n%% ballast-ok: omitted\r\nC.\n\n\n");
  }

  private static final String WRAPPED =
      """
      The committee met again on Monday and discussed the results of
      the survey that had been made among the members of the asso-
      ciation. The association agreed that the next meeting should
      be held in the spring.
      """;

  @Test
  void wrappedLinesBecomeOne() {
    assertThat(written("\n" + WRAPPED + "\nEnd.\n", "委员会开会。")).isEqualTo("\n委员会开会。\n\nEnd.\n");
  }

  @Test
  void aWaiverBetweenWrappedLinesStays() {
    String text = WRAPPED.replace("asso-\n", "asso-\n%% ballast-ok: number\n");
    assertThat(new TextReader(ReaderOptions.DEFAULT).blocks(text, false)).hasSize(1);
    assertThat(written(text, "委员会开会。")).isEqualTo("%% ballast-ok: number\n委员会开会。\n");
  }

  @Test
  void shortLinesThatWouldBeJoinedStayApart() {
    String text = "甲\n乙\n丙\n丁\n";
    assertThat(
            written(
                text,
                "The committee met again on Monday and discussed the results of",
                "the survey that had been made among the members of the club on",
                "the association and the next meeting should be held in spring,",
                "in the town."))
        .hasLineCount(4);
  }

  @Test
  void aLineBreakInATranslationIsASpace() {
    assertThat(written("甲\n乙\n", "A\nB")).isEqualTo("A B\n乙\n");
  }

  @Test
  void aTranslationThatWouldBeAMarkOrWaiverIsRefused() {
    assertThat(writeText("甲\n乙\n", ReaderOptions.DEFAULT, "%%% 1").problems()).containsOnlyKeys(0);
    assertThat(writeText("甲\n乙\n", ReaderOptions.DEFAULT, "%% ballast-ok: x", "B").problems())
        .containsOnlyKeys(0);
  }

  @Test
  void lineByLine() {
    ReaderOptions lines = ReaderOptions.DEFAULT.withLayout(Layout.LINES);
    assertThat(writeText("<p>甲</p>\n乙\n", lines, "<p>A</p>").text()).isEqualTo("<p>A</p>\n乙\n");
  }
}
