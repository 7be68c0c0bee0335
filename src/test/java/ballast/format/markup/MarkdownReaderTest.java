package ballast.format.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.article.ArticleEdit;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.Mark;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
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

  @Test
  void wrappedLinesJoinAndDeliberateBreaksStay() {
    assertThat(blocks("中文第一行\n第二行\n\nEnglish one\ntwo  \nthree\\\nfour<br>five\n"))
        .containsExactly("paragraph: 中文第一行第二行", "paragraph: English one two\nthree\nfour\nfive");
  }

  @Test
  void quotedLinesJoinWithoutTheirSigns() {
    assertThat(blocks("> one **two\n> three** four\n"))
        .containsExactly("paragraph: one two three four");
  }

  @Test
  void codeIsNotText() {
    assertThat(
            blocks(
                "Text\n\n"
                    + "```java\n"
                    + "int x;\n\n"
                    + "int y;\n"
                    + "```\n\n"
                    + "    indented\n\n"
                    + "$$\n"
                    + "a+b\n"
                    + "$$\n\n"
                    + "`only` `code`\n\n"
                    + "https://a.b/c\n\n"
                    + "<pre>\n"
                    + "kept\n"
                    + "</pre>\n\n"
                    + "~~~\n"
                    + "~~~\n"))
        .containsExactly(
            "paragraph: Text",
            "code: int x;\n\nint y;",
            "code: indented",
            "code: $$\na+b\n$$",
            "code: only code",
            "code: https://a.b/c",
            "code: kept");
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
  void aLineAtTheBeginningIsNotFrontMatter() {
    assertThat(blocks("---\n\nSome text here.\n\n---\n\nMore.\n"))
        .containsExactly("paragraph: Some text here.", "paragraph: More.");
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
    assertThat(blocks("{{ x }} and {not} {% y %}\n")).containsExactly("paragraph: and {not}");
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
  void admonitionsTabsAndContainersHoldText() {
    assertThat(
            blocks(
                "!!! note \"提示\"\n\n"
                    + "    内容\n\n"
                    + "??? tip\n"
                    + "    折叠\n\n"
                    + "=== \"Python\"\n\n"
                    + "    ```py\n"
                    + "    x\n"
                    + "    ```\n\n"
                    + "=== \"Way one\"\n\n"
                    + "    Text.\n\n"
                    + "::: warning 小心\n"
                    + "里面\n"
                    + ":::\n"))
        .containsExactly(
            "heading: 提示",
            "paragraph: 内容",
            "paragraph: 折叠",
            "code: Python",
            "code: x",
            "heading: Way one",
            "paragraph: Text.",
            "heading: 小心",
            "paragraph: 里面");
  }

  @Test
  void textInHtmlIsText() {
    assertThat(
            blocks(
                "<h1 align=\"center\">Big <b>title</b></h1>\n<p>one\n two &amp; three</p>\n\n"
                    + "<details>\n<summary>More</summary>\n\nInside.\n\n</details>\n"))
        .containsExactly(
            "heading 1: Big title",
            "paragraph: one two & three",
            "paragraph: More",
            "paragraph: Inside.");
  }

  @Test
  void imagesThatStandAloneAreCaptions() {
    assertThat(
            blocks(
                "![图 1 结构](a/b.png)\n\n![b](a/b.png)\n\n[![build](x.svg)](y) [![ok](z.svg)](y)\n\n"
                    + "See ![the icon](i.png) here.\n"))
        .containsExactly("caption: 图 1 结构", "paragraph: See the icon here.");
  }

  @Test
  void marksStandForThemselves() {
    assertThat(blocks("One\n%%% chapter 2\ntwo\n"))
        .containsExactly("paragraph: One", "paragraph: %%% chapter 2", "paragraph: two");
  }

  @Test
  void numbersAndSignsWithoutWordsAreNotText() {
    assertThat(blocks("| n | m |\n|---|---|\n| 12.5 | ✓ |\n")).contains("code: 12.5", "code: ✓");
  }

  @Test
  void aTextInALinkIsNeverCut() {
    FoundBlock block = read("见[真的吗！是的](u)。\n").blocks().get(0);
    assertThat(block.unbreakable()).containsExactly(new Span(1, 7));
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertThat(blocks("# T\r\n\r\none\r\ntwo **b**\r\n"))
        .containsExactly("heading 1: T", "paragraph: one two b");
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
    Rewriting rewriting = ArticleEdit.prepare(file, reading, files, Map.of(0, List.of(edit)));
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
