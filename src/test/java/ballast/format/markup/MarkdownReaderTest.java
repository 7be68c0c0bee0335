package ballast.format.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.Mark;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.ArticleEdit;
import ballast.format.document.DocumentReader;
import ballast.format.file.RawText.Rewriting;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
final class MarkdownReaderTest {

  private final MarkdownReader reader = new MarkdownReader(Mark.DEFAULT);

  private FoundContent read(String text) {
    return reader.read(text, "a.md");
  }

  /** Type, level and text of each block. */
  private List<String> blocks(String text) {
    return read(text).blocks().stream()
        .map(
            block ->
                block.type().label()
                    + (block.level() > 0 ? " " + block.level() : "")
                    + ": "
                    + block.text())
        .toList();
  }

  private static List<String> codes(FoundBlock block) {
    return block.codes().stream()
        .map(code -> code.offset() + " " + code.element() + " " + code.content())
        .toList();
  }

  @Test
  void blocksHaveTypesAndLevels() {
    assertThat(
            blocks(
                """
                # 标题

                一段话。

                小标题
                ------

                - 项目
                  1. 子项

                > 引文

                正文[^1]。

                [^1]: 脚注
                """))
        .containsExactly(
            "heading 1: 标题",
            "paragraph: 一段话。",
            "heading 2: 小标题",
            "list item: 项目",
            "list item: 子项",
            "paragraph: 引文",
            "paragraph: 正文。",
            "note: 脚注");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          wrapped lines join ¦ '中文第一行\n第二行\n' ¦ paragraph: 中文第一行第二行
          deliberate breaks stay ¦ 'English one\ntwo  \nthree\\\nfour<br>five\n' ¦ \
          'paragraph: English one two\nthree\nfour\nfive'
          quoted lines join without their signs ¦ '> one **two\n> three** four\n' ¦ \
          paragraph: one two three four
          a fence is code ¦ '```java\nint x;\n\nint y;\n```\n' ¦ 'code: int x;\n\nint y;'
          an indent is code ¦ 'Text\n\n    indented\n' ¦ paragraph: Text / code: indented
          a formula is code ¦ '$$\na+b\n$$\n' ¦ 'code: $$\na+b\n$$'
          code alone is code ¦ '`only` `code`\n' ¦ code: only code
          an address is code ¦ 'https://a.b/c\n' ¦ code: https://a.b/c
          a pre element is code ¦ '<pre>\nkept\n</pre>\n' ¦ code: kept
          an empty fence is nothing ¦ '~~~\n~~~\n' ¦ ''
          a line at the beginning is not front matter ¦ \
          '---\n\nSome text here.\n\n---\n\nMore.\n' ¦ \
          paragraph: Some text here. / paragraph: More.
          templates are not text ¦ '{{ x }} and {not} {% y %}\n' ¦ paragraph: and {not}
          an admonition holds text ¦ '!!! note "提示"\n\n    内容\n' ¦ heading: 提示 / \
          paragraph: 内容
          a folded part holds text ¦ '??? tip\n    折叠\n' ¦ paragraph: 折叠
          a tab of code is code ¦ '=== "Python"\n\n    ```py\n    x\n    ```\n' ¦ \
          code: Python / code: x
          a tab of text holds text ¦ '=== "Way one"\n\n    Text.\n' ¦ \
          heading: Way one / paragraph: Text.
          a container holds text ¦ '::: warning 小心\n里面\n:::\n' ¦ heading: 小心 / paragraph: 里面
          a heading in HTML is a heading ¦ '<h1 align="center">Big <b>title</b></h1>\n' ¦ \
          heading 1: Big title
          text in HTML is text ¦ '<p>one\n two &amp; three</p>\n' ¦ paragraph: one two & three
          details are text ¦ '<details>\n<summary>More</summary>\n\nInside.\n\n</details>\n' ¦ \
          paragraph: More / paragraph: Inside.
          an image alone is a caption ¦ '![图 1 结构](a/b.png)\n' ¦ caption: 图 1 结构
          the name of a file is no caption ¦ '![b](a/b.png)\n' ¦ ''
          badges are no captions ¦ '[![build](x.svg)](y) [![ok](z.svg)](y)\n' ¦ ''
          an image in a line is text ¦ 'See ![the icon](i.png) here.\n' ¦ \
          paragraph: See the icon here.
          marks are ordinary text ¦ 'One\n%%% chapter 2\ntwo\n' ¦ \
          paragraph: One / paragraph: %%% chapter 2 / paragraph: two
          numbers and signs without words are not text ¦ \
          '| n | m |\n|---|---|\n| 12.5 | ✓ |\n' ¦ cell: n / cell: m / code: 12.5 / code: ✓
          Windows line ends are line ends ¦ '# T\r\n\r\none\r\ntwo **b**\r\n' ¦ \
          heading 1: T / paragraph: one two b
          """)
  void textIsInItsBlocks(String what, String file, String expected) {
    assertThat(String.join(" / ", blocks(file))).as(what).isEqualTo(expected);
  }

  @Test
  void frontMatterCommentsScriptsAndTargetsAreNotText() {
    FoundContent found =
        read(
            "---\ntitle: 标题\n---\n<!-- comment -->\n\nText [link](http://x \"title\").\n\n"
                + "<script>\nx\n</script>\n\n[ref]: http://y\n");
    assertThat(found.notes()).containsExactly("front matter left out");
    assertThat(found.blocks()).hasSize(1);
    assertThat(found.blocks().get(0).text()).isEqualTo("Text link.");
  }

  @Test
  void markupInsideTextIsCodes() {
    FoundBlock block =
        read("A **bold** [link *it*](u) `a b` $x$ ~~no~~ <u>yes</u>[^1]\n\n[^1]: x\n")
            .blocks()
            .get(0);
    assertThat(block.text()).isEqualTo("A bold link it a b x no yes");
    assertThat(codes(block))
        .containsExactly(
            "2 <pc **",
            "6 /pc **",
            "7 <pc [",
            "12 <pc *",
            "14 /pc *",
            "14 /pc ](u)",
            "15 <pc `",
            "18 /pc `",
            "19 <pc $",
            "20 /pc $",
            "21 <pc ~~",
            "23 /pc ~~",
            "24 <pc <u>",
            "27 /pc </u>",
            "27 ph [^1]");
    assertThat(block.unbreakable().stream().map(span -> span.of(block.text())))
        .containsExactly("link it", "a b", "x");
    assertThat(block.codes().get(0).attributes())
        .isEqualTo("id=\"1\" type=\"fmt\" subType=\"bold\"");
    assertThat(block.codes().get(1).attributes()).isEqualTo(block.codes().get(0).attributes());
  }

  @Test
  void moneyIsNotAFormula() {
    FoundBlock block = read("It costs $5 and $6, or US$7-US$8.\n").blocks().get(0);
    assertThat(block.text()).isEqualTo("It costs $5 and $6, or US$7-US$8.");
    assertThat(block.codes()).isEmpty();
  }

  @Test
  void attributesAndTemplatesAreCodes() {
    FoundBlock block = read("## Title {#id .c}\n\n{{ x }} and {not} {% y %}\n").blocks().get(0);
    assertThat(block.text()).isEqualTo("Title");
  }

  @Test
  void cellsAreBlocksWithExactPlaces() {
    String text = "| a | b |\n|---|---|\n| x \\| y **z** | `p\\|q` w |\n";
    List<FoundBlock> cells = read(text).blocks();
    assertThat(cells).extracting(FoundBlock::text).containsExactly("a", "b", "x | y z", "p|q w");
    assertThat(cells).extracting(FoundBlock::type).containsOnly(BlockType.CELL);
    assertThat(codes(cells.get(2))).containsExactly("6 <pc **", "7 /pc **");
    FoundBlock.Point last = cells.get(2).points().get(cells.get(2).points().size() - 1);
    assertThat(text).startsWith("| a");
    assertThat(text.substring(last.raw())).startsWith("z**");
  }

  @Test
  void everyPointNamesTheCharacterInTheFile() {
    String text = "# 一 *二* &lt;三\\*\n\n> 四 `五`\n> 六 [七](u)\n\n- [x] 八\n  九\n";
    for (FoundBlock block : read(text).blocks()) {
      for (FoundBlock.Point point : block.points()) {
        char seen = block.text().charAt(point.offset());
        assertThat("&\\" + seen).contains(text.substring(point.raw(), point.raw() + 1));
      }
    }
  }

  @Test
  void aTextInALinkIsNeverCut() {
    FoundBlock block = read("见[真的吗！是的](u)。\n").blocks().get(0);
    assertThat(block.unbreakable()).containsExactly(new Span(1, 7));
  }

  /** Hostile nesting takes neither much time nor the stack. */
  @Test
  void deepNestingIsReadOrRefused() {
    for (String sign :
        List.of(">", "- ", "[", "*a ", "**a", "<b>", "(", "![", "_a ", "`", "$", "{", "~~a ")) {
      readOrRefuse("text " + sign.repeat(5_000) + " end\n\n" + sign.repeat(5_000));
    }
    readOrRefuse("*a **b ".repeat(2_000) + "c" + "** d*".repeat(2_000));
    assertThat(read("*a **b ".repeat(50) + "c" + "** d*".repeat(50)).blocks()).hasSize(1);
  }

  /** How deep the stack of the machine lets it go does not matter here. */
  private void readOrRefuse(String text) {
    try {
      assertThat(read(text).blocks()).isNotEmpty();
    } catch (InputException e) {
      assertThat(e).hasMessageContaining("nested");
    }
  }

  @Test
  void aTableOfAbsurdWidthIsNoTable() {
    String wide =
        "|" + "a|".repeat(5_000) + "\n|" + "---|".repeat(5_000) + "\n" + "|x\n".repeat(5_000);
    assertThat(read(wide).blocks().size()).isLessThan(10_000);
  }

  @Test
  void codesAreNumberedInTheirOrder() {
    List<InlineCode> codes = read("<i>a<b>c</b> `d`\n").blocks().get(0).codes();
    assertThat(codes)
        .extracting(InlineCode::element)
        .containsExactly("ph", "<pc", "/pc", "<pc", "/pc");
    assertThat(codes.get(3).attributes()).startsWith("id=\"3\"");
  }

  private static final String TEXT =
      "# 标题 `x`\n\n他们**大力发展**先进的生产力，见[指南](u)。\n> 引文 **粗** 与生产力\n> 继续\n\n"
          + "| 表 | 生产力 |\n|---|---|\n";

  @TempDir Path folder;
  private final DocumentReader files = new DocumentReader(ReaderOptions.DEFAULT);

  private byte[] corrected(byte[] bytes, String old, String now, int which) throws IOException {
    Path file = folder.resolve("a.md");
    Files.write(file, bytes);
    ReadText reading = files.read(file, "a.md");
    String text = reading.document().text();
    int start = -1;
    for (int i = 0; i <= which; i++) {
      start = text.indexOf(old, start + 1);
    }
    TextEdit edit = new TextEdit(new Span(start, start + old.length()), now);
    Rewriting rewriting =
        ArticleEdit.prepare(file, reading, ReaderOptions.DEFAULT, Map.of(0, List.of(edit)));
    assertThat(rewriting.refused()).isEmpty();
    rewriting.write();
    return Files.readAllBytes(file);
  }

  private void assertOnlyTheWordChanges(String file, Charset charset) throws IOException {
    for (int which = 0; which < 3; which++) {
      int place = -1;
      for (int i = 0; i <= which; i++) {
        place = file.indexOf("生产力", place + 1);
      }
      String wanted = file.substring(0, place) + "生产关系" + file.substring(place + 3);
      assertThat(corrected(file.getBytes(charset), "生产力", "生产关系", which))
          .isEqualTo(wanted.getBytes(charset));
    }
  }

  @Test
  void aCorrectionChangesNothingElse() throws IOException {
    assertOnlyTheWordChanges(TEXT, UTF_8);
    assertOnlyTheWordChanges("\uFEFF" + TEXT, UTF_8);
    assertOnlyTheWordChanges(TEXT.replace("\n", "\r\n"), UTF_8);
    assertOnlyTheWordChanges("\uFEFF" + TEXT.replace("\n", "\r\n"), UTF_8);
    assertOnlyTheWordChanges(TEXT.replace("\n", "\r\n"), Charset.forName("GB18030"));
  }

  @Test
  void aCorrectionInsideBoldKeepsItsSigns() throws IOException {
    assertThat(corrected(TEXT.getBytes(UTF_8), "大力发展", "着力发展", 0))
        .isEqualTo(TEXT.replace("大力发展", "着力发展").getBytes(UTF_8));
  }

  @Test
  void aWaiverIsForTheParagraphThatFollows() {
    String file = "One.\n\n<!-- ballast-ok: repeated-word (quoted) -->\nTwo two.\n\nThree.\n";
    ReadText reading = files.read(file.getBytes(UTF_8), "a.md");
    assertThat(reading.waivers()).hasSize(1);
    assertThat(reading.waivers().get(0).end().line()).isEqualTo(3);
    Document document = reading.document();
    assertThat(document.text()).isEqualTo("One.\nTwo two.\nThree.");
    assertThat(document.location(5).line()).isEqualTo(4);
  }

  @Test
  void marksStayMarks() {
    assertThat(files.read("One\n%%% 2\nTwo\n".getBytes(UTF_8), "a.md").document().blocks())
        .extracting(block -> block.type())
        .containsExactly(BlockType.PARAGRAPH, BlockType.MARK, BlockType.PARAGRAPH);
  }
}
