package ballast.format.document;

import static ballast.bitext.Refusal.assertRefused;
import static ballast.format.document.Packages.HEAD;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.paragraph;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.pptx;
import static ballast.format.document.Packages.shape;
import static ballast.format.document.Packages.xlsx;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program does not show, or has not made part of the text yet: it is left out and said. */
final class HiddenPartsTest {

  private static final String STYLES =
      style("paragraph", "Gone", "", "<w:vanish/>")
          + style("paragraph", "Heir", "Gone", "")
          + style("paragraph", "Back", "Gone", "<w:vanish w:val=\"0\"/>")
          + style("character", "Veil", "", "<w:vanish/>")
          + style("character", "Thin", "Veil", "")
          + style("character", "Seen", "", "<w:vanish w:val=\"false\"/>");

  private static String style(String type, String id, String basedOn, String run) {
    String base = basedOn.isEmpty() ? "" : "<w:basedOn w:val=\"" + basedOn + "\"/>";
    return """
    <w:style w:type="%s" w:styleId="%s"><w:name w:val="%2$s"/>%s<w:rPr>%s</w:rPr></w:style>"""
        .formatted(type, id, base, run);
  }

  private static ReadText read(Packages file, String name) {
    return new DocumentReader(ReaderOptions.DEFAULT).read(file.bytes(), name);
  }

  /** The same styles decide what the filter leaves out. */
  @ParameterizedTest
  @CsvSource({
    "Gone, '', '', true", "Heir, '', '', true", "Back, '', '', false",
    "Gone, '', <w:vanish w:val=\"0\"/>, false", "Gone, Seen, '', false", "'', Veil, '', true",
    "'', Thin, '', true", "'', Thin, <w:vanish w:val=\"0\"/>, false", "Back, Veil, '', true"
  })
  void whatAStyleOfWordHidesIsSaid(String paragraph, String run, String own, boolean hidden) {
    String text =
        "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"%s\"/>%s</w:rPr><w:t>看不见</w:t></w:r></w:p>"
            .formatted(paragraph, run, own);
    ReadText read = read(docx(p("明处。") + text).word("styles", "styles", STYLES), "a.docx");
    assertThat(read.document().text().contains("看不见")).isEqualTo(!hidden);
    assertThat(read.notes().contains("1 run of hidden text left out")).isEqualTo(hidden);
    assertThat(read.warnings().contains(warning(50, "document", "\"看不见\""))).isEqualTo(hidden);
  }

  @Test
  void theDefaultsOfTheStylesHideToo() {
    String defaults =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>";
    String shown = "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>明</w:t></w:r></w:p>";
    ReadText read =
        read(docx(shown + p("暗处。")).word("styles", "styles", defaults + STYLES), "a.docx");
    assertThat(read.document().text()).isEqualTo("明");
    assertThat(read.warnings()).containsExactly(warning(75, "document", "\"暗处。\""));

    String style =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
            + "<w:rPr><w:vanish/></w:rPr></w:style>";
    read = read(docx(shown + p("暗处。")).word("styles", "styles", style), "a.docx");
    assertThat(read.warnings()).containsExactly(warning(75, "document", "\"暗处。\""));
  }

  private static String warning(int percent, String file, String parts) {
    return "%d %% of the text of the %s is hidden and was left out: %s"
        .formatted(percent, file, parts);
  }

  @Test
  void aDocumentThatWordInsertsOnlyWhenItOpensIsSaid() {
    String html = "<html><body>还没有读。</body></html>";
    Packages file =
        docx(p("正文。") + "<w:altChunk r:id=\"rId1\"/>")
            .related("word/document.xml", "word/a.htm", "aFChunk", "x", html);
    ReadText read = read(file, "a.docx");
    assertThat(read.document().text()).isEqualTo("正文。");
    assertThat(read.warnings())
        .containsExactly(
            "1 document that is embedded as a whole (altChunk) was left out: open the file in Word"
                + " and save it, so that its text is part of it");
  }

  @Test
  void aFolderOfThePackageMayHaveAnEntry() {
    Packages file = docx(p("正文。")).part("word/_rels/", "");
    assertThat(read(file, "a.docx").document().text()).isEqualTo("正文。");
  }

  @Test
  void hiddenSlidesAndTheirNotesAreSaid() {
    Packages file =
        pptx(
            shape("title", "第一页上面的字"),
            shape("title", "藏起来") + "\n" + shape("body", "备注"),
            shape("title", "第三页"));
    String slide = "ppt/slides/slide2.xml";
    String hidden = partOf(file.bytes(), slide).replaceFirst("<p:sld ", "<p:sld show=\"0\" ");
    ReadText read = read(file.part(slide, hidden), "a.pptx");
    assertThat(read.document().text()).isEqualTo("第一页上面的字\n第三页");
    assertThat(read.notes()).contains("1 hidden slide left out");
    assertThat(read.warnings()).containsExactly(warning(33, "presentation", "\"藏起来\", \"备注\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden", "veryHidden"})
  void hiddenSheetsAreLeftOutAndSaid(String state) {
    ReadText read = read(workbook("state=\"" + state + "\""), "a.xlsx");
    assertThat(read.document().text()).isEqualTo("甲处有字");
    assertThat(read.notes())
        .contains("1 hidden sheet left out", "2 hidden rows and columns left out");
    assertThat(read.warnings())
        .containsExactly(warning(67, "workbook", "\"丙列\", \"丁行\", \"乙页\" ..."));
  }

  @Test
  void hiddenRowsAndColumnsAreSaid() {
    ReadText read = read(workbook(""), "a.xlsx");
    assertThat(read.document().text()).isEqualTo("甲处有字\n乙页\n行内");
    assertThat(read.warnings()).containsExactly(warning(33, "workbook", "\"丙列\", \"丁行\""));
  }

  /** A sheet with a hidden column and a hidden row, and a second one. */
  private static Packages workbook(String second) {
    String book = "xl/workbook.xml";
    Packages file =
        xlsx(
            "一",
            "<si><t>甲处有字</t></si><si><r><t>乙</t></r><r><t>页</t></r></si><si><t>丙列</t></si>"
                + "<si><t>丁行</t></si>",
            "<row r=\"1\">%s</row><row r=\"2\" hidden=\"1\">%s</row>"
                .formatted(shared("A1", 0) + shared("C1", 2), shared("A2", 3)));
    String first = "xl/worksheets/sheet1.xml";
    String columns = "<cols><col min=\"2\" max=\"4\" hidden=\"1\"/></cols><sheetData>";
    file.part(first, partOf(file.bytes(), first).replace("<sheetData>", columns));
    file.related(
        book,
        "xl/worksheets/sheet2.xml",
        "worksheet",
        "spreadsheetml.worksheet+xml",
        """
        %s<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
        <row r="1">%s<c r="B1" t="inlineStr"><is><t>行内</t></is></c></row></sheetData></worksheet>"""
            .formatted(HEAD, shared("A1", 1)));
    String sheet = "<sheet name=\"二\" sheetId=\"2\" " + second + " r:id=\"rId4\"/></sheets>";
    return file.part(book, partOf(file.bytes(), book).replace("</sheets>", sheet));
  }

  private static String shared(String cell, int text) {
    return "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(cell, text);
  }

  @Test
  void aChapterThatIsNotInUtf8IsNamed() {
    Packages book = BookPackage.epub("<p>第一章。</p>", "<p>第二章。</p>");
    String chapter = partOf(book.bytes(), "OEBPS/b.xhtml");
    byte[] marked = ("\uFEFF" + chapter.replace("UTF-8", "UTF-16")).getBytes(UTF_16LE);
    byte[] gbk = chapter.replace("UTF-8", "GBK").getBytes(Charset.forName("GBK"));
    byte[] ascii = chapter.replaceAll("[^\\x00-\\x7F]", "x").getBytes(UTF_16LE);
    for (byte[] bytes : new byte[][] {marked, gbk, ascii}) {
      assertRefused(() -> read(book.part("OEBPS/b.xhtml", bytes), "a.epub"))
          .hasMessage("cannot read \"a.epub\": its chapter OEBPS/b.xhtml is not in UTF-8");
    }
  }
}
