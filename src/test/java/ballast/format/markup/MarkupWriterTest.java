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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Translations written into Markdown, pages and plain texts. */
final class MarkupWriterTest {

  private static MarkupWriter writer(ArticleFormat format) {
    return MarkupWriter.of(format, ReaderOptions.DEFAULT).orElseThrow();
  }

  private static List<FoundBlock> blocks(ArticleFormat format, String file) {
    return format == ArticleFormat.HTML
        ? new TextReader(ReaderOptions.DEFAULT, new PageMarkup()).blocks(file, true)
        : new MarkdownReader(Mark.DEFAULT).read(file, "a.md").blocks();
  }

  /** A translation in which {@code ^} marks the places of the codes of the block. */
  private static TranslatedBlock text(FoundBlock block, String marked) {
    List<InlineCode> codes = new ArrayList<>();
    String text = marked;
    for (int at = text.indexOf('^'); at >= 0; at = text.indexOf('^')) {
      InlineCode code = block.codes().get(codes.size());
      codes.add(new InlineCode(code.side(), at, code.element(), code.attributes(), code.content()));
      text = text.replaceFirst("\\^", "");
    }
    return new TranslatedBlock(text, codes);
  }

  private static MarkupWriter.Result write(
      ArticleFormat format, String file, int index, String text) {
    return writer(format).write(file, Map.of(index, text(blocks(format, file).get(index), text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          only the block changes ¦ MARKDOWN ¦ \
          '\r\n#  标题  ##\r\n\r\n* 看[链接](u "t")  \r\n\r\n```\r\nx\r\n```\r\n' ¦ \
          1 ¦ See the ^link^ ¦ \
          '\r\n#  标题  ##\r\n\r\n* See the [link](u "t")  \r\n\r\n```\r\nx\r\n```\r\n'
          a text that stays leaves the file as it is ¦ MARKDOWN ¦ \
          'one *two*\nthree\n' ¦ 0 ¦ one ^two^ three ¦ 'one *two*\nthree\n'
          signs are escaped where they would be markup ¦ MARKDOWN ¦ '甲\n' ¦ 0 ¦ \
          1. a * b_c [d] <e> *f* ¦ '1\\. a * b_c \\[d\\] \\<e> \\*f\\*\n'
          bold that ends in a punctuation mark is written as a tag ¦ MARKDOWN ¦ \
          '**Note:** this\n' ¦ 0 ¦ ^注意：^这个 ¦ '<strong>注意：</strong>这个\n'
          a reference keeps its target ¦ MARKDOWN ¦ '见[文档]。\n\n[文档]: http://x\n' ¦ \
          0 ¦ See ^docs^. ¦ 'See [docs][文档].\n\n[文档]: http://x\n'
          bars in cells are escaped ¦ MARKDOWN ¦ \
          '| a | `x` |\n|---|---|\n| b | c `d\\|e` |\n' ¦ 3 ¦ f|g ^d|e^ ¦ \
          '| a | `x` |\n|---|---|\n| b | f\\|g `d\\|e` |\n'
          line breaks are written as the file does ¦ MARKDOWN ¦ \
          '> one  \n> two\n' ¦ 0 ¦ '甲\n乙' ¦ '> 甲  \n> 乙\n'
          line breaks are tags in a heading ¦ MARKDOWN ¦ \
          '# one\n' ¦ 0 ¦ '甲\n乙' ¦ '# 甲<br>乙\n'
          a text that ends with an entity is replaced whole ¦ HTML ¦ \
          <p>&ldquo;好&rdquo;</p> ¦ 0 ¦ “Good” ¦ <p>“Good”</p>
          an entity may lack its semicolon ¦ HTML ¦ \
          <p>&lt好&#128512;</p> ¦ 0 ¦ Good ¦ <p>Good</p>
          indents stay ¦ HTML ¦ <p>　　甲。<br>&nbsp;&nbsp;<b>&emsp;乙</b>丙。</p> ¦ \
          0 ¦ A. ¦ <p>　　A.<br>&nbsp;&nbsp;<b>&emsp;乙</b>丙。</p>
          indents stay in bold ¦ HTML ¦ <p>　　甲。<br>&nbsp;&nbsp;<b>&emsp;乙</b>丙。</p> ¦ \
          1 ¦ ^B^ C. ¦ <p>　　甲。<br>&nbsp;&nbsp;<b>&emsp;B</b> C.</p>
          a cell next to text that the parser has moved is written ¦ HTML ¦ \
          <table>甲<tr>乙<td>丙</td></tr></table> ¦ 1 ¦ C ¦ \
          <table>甲<tr>乙<td>C</td></tr></table>
          """)
  void aBlockIsWritten(
      String what, ArticleFormat format, String file, int index, String text, String expected) {
    MarkupWriter.Result written = write(format, file, index, text);
    assertThat(written.problems()).as(what).isEmpty();
    assertThat(written.text()).as(what).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          MARKDOWN ¦ 'a **b**\n' ¦ 0 ¦ ^x y ¦ the code ** is missing
          MARKDOWN ¦ '```\nx\n```\n' ¦ 0 ¦ y ¦ it is code, which is not translated
          HTML ¦ <p>甲<b>乙</b>丙</p> ¦ 0 ¦ A B C ¦ the code <b> is missing
          HTML ¦ <p>甲</p><p>乙</p> ¦ 1 ¦ %%% two ¦ \
          the format cannot hold this text here with its codes as they are
          HTML ¦ <table>甲<tr>乙<td>丙</td></tr></table> ¦ 0 ¦ A B ¦ \
          it cannot be located in the file
          """)
  void aBlockThatCannotBeWrittenStays(
      ArticleFormat format, String file, int index, String text, String problem) {
    MarkupWriter.Result written = write(format, file, index, text);
    assertThat(written.problems()).isEqualTo(Map.of(index, problem));
    assertThat(written.text()).isEqualTo(file);
  }

  @Test
  void aDoubledCodeIsNamed() {
    String file = "a `b`\n";
    List<InlineCode> codes = new ArrayList<>(blocks(ArticleFormat.MARKDOWN, file).get(0).codes());
    codes.add(codes.get(1));
    Map<Integer, TranslatedBlock> doubled = Map.of(0, new TranslatedBlock("a b", codes));
    assertThat(writer(ArticleFormat.MARKDOWN).write(file, doubled).problems())
        .containsEntry(0, "the code ` stands twice");
  }

  @Test
  void oneTextThatCannotBeWrittenDoesNotStopTheOthers() {
    String file = "one\n\n`two` words\n\nthree\n";
    List<FoundBlock> blocks = blocks(ArticleFormat.MARKDOWN, file);
    MarkupWriter.Result written =
        writer(ArticleFormat.MARKDOWN)
            .write(
                file,
                Map.of(
                    0, text(blocks.get(0), "甲"),
                    1, text(blocks.get(1), "^乙`^词"),
                    2, text(blocks.get(2), "丙")));
    assertThat(written.problems()).containsOnlyKeys(1);
    assertThat(written.text()).isEqualTo("甲\n\n`two` words\n\n丙\n");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          tags between words are codes ¦ \
          <p>看<a href='x'>这里</a>吧</p> ¦ 看{<pc <a href='x'>}这里{/pc </a>}吧
          comments between words are codes ¦ \
          <p>one<!-- > --> two<wbr>three</p> ¦ one{ph <!-- > -->} two{ph <wbr>}three
          tags at the ends belong to the block if their partners do ¦ \
          <p><b>注意</b>：看<i><u>书</u></i></p> ¦ \
          {<pc <b>}注意{/pc </b>}：看{<pc <i>}{<pc <u>}书{/pc </u>}{/pc </i>}
          tags around the whole block are no codes ¦ <p><b><i>全部</i></b></p> ¦ 全部
          a line break leaves its tags alone ¦ \
          <p><b>第一段话。<br><br>第二</b>段话。</p> ¦ 第一段话。 / 第二{ph </b>}段话。
          hidden parts are one code ¦ \
          <p>甲乙丙丁甲乙丙丁<b><span hidden>子<i>丑</i>寅</span></b>戊己庚辛</p> ¦ \
          甲乙丙丁甲乙丙丁{ph <b><span hidden>子<i>丑</i>寅</span></b>}戊己庚辛
          scripts and pictures are one code ¦ \
          <p>甲<b>乙<script>if (a<b) x('</b>')</script></b>丙<svg><g/></svg>丁</p> ¦ \
          甲{<pc <b>}乙{ph <script>if (a<b) x('</b>')</script>}{/pc </b>}丙{ph <svg><g/></svg>}丁
          white space between tags is no code ¦ \
          '<p>one <b> two\n</b>\n three</p>' ¦ one {<pc <b>}two{/pc </b>} three
          text that the parser has moved is a block ¦ \
          <table>甲<tr>乙<td>丙</td></tr></table> ¦ 甲乙 / 丙
          """)
  void tagsOfAPageAreCodes(String what, String body, String expected) {
    assertThat(
            blocks(ArticleFormat.HTML, "<body>" + body + "</body>").stream()
                .map(MarkupWriterTest::marked))
        .as(what)
        .containsExactly(expected.split(" / "));
  }

  @Test
  void linksAreNotCut() {
    FoundBlock block =
        blocks(ArticleFormat.HTML, "<p>See <a href=x>First. Second.</a> Third.</p>").get(0);
    assertThat(block.unbreakable()).containsExactly(new Span(4, 18));
  }

  @Test
  void onlyTheWordsChange() {
    String html =
        "<html><body>\r\n<table><tr>\r\n<td> 甲 &amp;乙&nbsp;</td><td>丙</td></tr></table>"
            + "<!-- 甲 -->\r\n<p title='甲'>&#30475;<b>书</b>&lt;</p>";
    assertThat(blocks(ArticleFormat.HTML, html))
        .extracting(FoundBlock::text)
        .containsExactly("甲 &乙", "丙", "看书<");
    assertThat(write(ArticleFormat.HTML, html, 0, "A & <B>").text())
        .isEqualTo(html.replace("甲 &amp;乙", "A &amp; &lt;B>"));
    assertThat(write(ArticleFormat.HTML, html, 2, "Read ^a book^ <").text())
        .isEqualTo(html.replace("&#30475;<b>书</b>&lt;", "Read <b>a book</b> &lt;"));
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
