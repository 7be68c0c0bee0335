package ballast.format.document;

import static ballast.Refusal.assertRefused;
import static ballast.format.document.BookPackage.epub;
import static ballast.format.document.DesignPackage.idml;
import static ballast.format.document.DesignPackage.story;
import static ballast.format.document.Packages.HEAD;
import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.odt;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.paragraph;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.pptx;
import static ballast.format.document.Packages.r;
import static ballast.format.document.Packages.scriptedXlsx;
import static ballast.format.document.Packages.shape;
import static ballast.format.document.Packages.xlsx;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each format gives typed blocks with places, in the order in which they are aligned; hidden parts
 * are left out and said.
 */
final class OfficeReaderTest {

  private static final String STYLES =
      "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
          + "<w:style w:styleId=\"a\"><w:name w:val=\"标题 2\"/></w:style>"
          + "<w:style w:styleId=\"b\"><w:name w:val=\"mine\"/><w:basedOn w:val=\"a\"/></w:style>"
          + "<w:style w:styleId=\"c\"><w:name w:val=\"caption\"/></w:style>"
          + "<w:style w:styleId=\"k\"><w:name w:val=\"Source Code\"/></w:style>";

  static ReadText read(Packages file, String name) {
    return new DocumentReader(ReaderOptions.DEFAULT).read(file.bytes(), name);
  }

  /** Asserts the type, level, place and text of each block. */
  private static void assertBlocks(String name, Packages file, String... blocks) {
    Document document = read(file, name).document();
    assertThat(document.blocks().stream().map(block -> described(document, block)))
        .containsExactly(blocks);
  }

  private static String described(Document document, Block block) {
    String level = block.level() > 0 ? " " + block.level() : "";
    return block.type().label() + level + " | " + block.place() + " | " + document.text(block);
  }

  /** Place, element and attributes of each code. */
  static List<String> codes(Packages file, String name) {
    return read(file, name).document().markup().codes().stream()
        .map(code -> code.offset() + " " + code.element() + " " + code.attributes())
        .toList();
  }

  @Test
  void stylesOfWordSayWhatAParagraphIs() {
    Packages file =
        docx(p("1", "绪论")
                + p("第一段。")
                + p("b", "背景")
                + paragraph("<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>", r("细节"))
                + paragraph("<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>", r("第一点"))
                + p("c", "图 1 江边")
                + p("k", "int x;"))
            .word("styles", "styles", STYLES);
    assertBlocks(
        "a.docx",
        file,
        "heading 1 | heading 1 | 绪论",
        "paragraph | paragraph 1 | 第一段。",
        "heading 2 | heading 2 | 背景",
        "heading 3 | heading 3 | 细节",
        "list item | paragraph 2 | 第一点",
        "caption | paragraph 3 | 图 1 江边",
        "code | paragraph 4 | int x;");
  }

  @Test
  void notesComeAfterTheBodyInTheOrderOfTheirMarksAndMarginsLast() {
    String mark = "<w:r><w:footnoteReference w:id=\"%d\"/></w:r>";
    String note = "<w:footnote w:id=\"%d\">%s</w:footnote>";
    String table = "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl>";
    Packages file =
        docx(paragraph(r("江水涨了。"), mark.formatted(7), r("船没有来。"), mark.formatted(2))
                + table.formatted(p("年"), p("产量"))
                + p("完。"))
            .word("header1", "hdr", p("江边的事"))
            .word(
                "footnotes",
                "footnotes",
                note.formatted(2, p("二注。")) + note.formatted(7, p("一注。")));
    assertBlocks(
        "a.docx",
        file,
        "paragraph | paragraph 1 | 江水涨了。船没有来。",
        "cell | table 1, row 1, column 1 | 年",
        "cell | table 1, row 1, column 2 | 产量",
        "paragraph | paragraph 2 | 完。",
        "note | note 1 | 一注。",
        "note | note 2 | 二注。",
        "furniture | header | 江边的事");
    assertThat(codes(file, "a.docx"))
        .contains(
            "5 ph id=\"1\" type=\"other\" subType=\"note\"",
            "10 ph id=\"2\" type=\"other\" subType=\"note\"");
  }

  @Test
  void boldAndLinksAreCodesAndALineBreakIsACharacter() {
    Packages file =
        docx(
            paragraph(
                r("他"),
                bold("终于"),
                r("来了。") + "<w:r><w:br/></w:r>",
                "<w:hyperlink r:id=\"rId9\">" + r("此处。有链接") + "</w:hyperlink>",
                r("。 ")));
    Document document = read(file, "a.docx").document();
    assertThat(document.text()).isEqualTo("他终于来了。\n此处。有链接。");
    assertThat(codes(file, "a.docx"))
        .containsExactly(
            "1 <pc id=\"1\" type=\"fmt\" subType=\"bold\"",
            "3 /pc id=\"1\"",
            "7 <pc id=\"2\" type=\"link\"",
            "13 /pc id=\"2\"");
    assertThat(document.markup().forbidsBreak(10)).isTrue();
    assertThat(document.markup().forbidsBreak(13)).isFalse();
  }

  @Test
  void theReadingAboveAWordIsTakenOutOfTheSentence() {
    String ruby =
        "<w:r><w:ruby><w:rubyPr/><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>"
            .formatted(r("yā cāng shí"), r("压舱石"));
    Document document = read(docx(paragraph(r("他是"), ruby, r("。"))), "a.docx").document();
    assertThat(document.text()).isEqualTo("他是压舱石。");
    InlineCode reading = document.markup().codes().get(0);
    assertThat(reading.content()).isEqualTo("yā cāng shí");
    assertThat(reading.offset()).isEqualTo(2);
  }

  @Test
  void whatIsNotTextIsLeftOutAndCounted() {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>";
    Packages file =
        docx(paragraph(r("明"), hidden, r("处。")))
            .word("comments", "comments", "<w:comment w:id=\"1\">" + p("改") + "</w:comment>");
    ReadText read = read(file, "a.docx");
    assertThat(read.document().text()).isEqualTo("明处。");
    assertThat(read.notes()).contains("1 comment left out", "1 run of hidden text left out");
    assertThat(read.warnings())
        .containsExactly("25% of the text of the document is hidden and was left out: \"暗\"");
    assertThat(read(docx(paragraph(r("明处有很多人站着。"), hidden)), "a.docx").warnings()).isEmpty();
    assertRefused(
        () -> read(docx(paragraph(hidden)), "a.docx"),
        "it contains no text; 100% of the text of the document is hidden");
  }

  @Test
  void slidesComeInOrderAndTheirNotesAfterThem() {
    assertBlocks(
        "a.pptx",
        pptx(
            shape("title", "第一页") + shape("body", "要点") + "\n" + shape("body", "先说这个。"),
            shape("title", "第二页") + shape("sldNum", "页二")),
        "heading 1 | slide 1 | 第一页",
        "paragraph | slide 1 | 要点",
        "heading 1 | slide 2 | 第二页",
        "note | slide 1, notes | 先说这个。",
        "furniture | slide 2 | 页二");
  }

  @Test
  void everyCellWithTextIsABlock() {
    assertBlocks(
        "a.xlsx",
        xlsx(
            "产量",
            "<si><t>煤</t></si><si><t>第一行&#10;第二行</t></si>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12</v></c></row>"
                + "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>1</v></c></row>"),
        "cell | sheet \"产量\", cell A1 | 煤",
        "cell | sheet \"产量\", cell B7 | 第一行\n第二行");
  }

  @Test
  void aWorkbookOfAScriptIsRead() {
    for (String prefix : List.of("", "x")) {
      assertBlocks(
          "a.xlsx",
          scriptedXlsx(
              prefix,
              "<:row><:c t=\"inlineStr\"><:is><:t>煤</:t></:is></:c><:c/><:c"
                  + " t=\"str\"><:v>铁</:v></:c></:row><:row r=\"7\"><:c><:v>12</:v></:c><:c"
                  + " r=\"AA7\"/><:c t=\"inlineStr\"><:is><:t>铜</:t></:is></:c></:row>"),
          "cell | sheet \"S\", cell A1 | 煤",
          "cell | sheet \"S\", cell C1 | 铁",
          "cell | sheet \"S\", cell AB7 | 铜");
    }
  }

  @Test
  void aWorkbookWithAnEmptyTableOfStylesIsRead() {
    Packages file = xlsx("S", "<si><t>煤</t></si>", "<row><c t=\"s\"><v>0</v></c></row>");
    file.part(
        "xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
    assertBlocks("a.xlsx", file, "cell | sheet \"S\", cell A1 | 煤");
  }

  private static String run(String text, String font, String more) {
    String properties = more + "<sz val=\"10\"/><rFont val=\"" + font + "\"/><family val=\"2\"/>";
    return "<r><rPr>" + properties + "</rPr><t>" + text + "</t></r>";
  }

  /** The text of a cell with its codes, in a workbook with the font Song. */
  private String cell(String... runs) {
    Packages file =
        xlsx(
            "S",
            "<si>" + String.join("", runs) + "</si>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    byte[] bytes = file.bytes();
    String styles = Packages.partOf(bytes, "xl/styles.xml");
    file.part("xl/styles.xml", styles.replace("<sz val=\"11\"/>", "<name val=\"Serif\"/>"));
    return coded(read(file, "a.xlsx").document());
  }

  private static String coded(Document document) {
    StringBuilder text = new StringBuilder(document.text());
    List<InlineCode> codes = new ArrayList<>(document.markup().codes());
    Collections.reverse(codes);
    codes.forEach(code -> text.insert(code.offset(), code.isOpening() ? "[" : "]"));
    return text.toString();
  }

  @Test
  void fontsOfScriptsMakeNoCodesInCells() {
    String hours = run("小时", "Song", "");
    assertThat(cell(run("每天", "Song", ""), run("12", "Serif", ""), hours)).isEqualTo("每天12小时");
    assertThat(cell(run("Use ", "Serif", ""), run("每天", "Song", ""))).isEqualTo("Use 每天");
    assertThat(
            cell(
                run("每", "Song", ""),
                run("天", "Song", "<b/>"),
                run("12", "Serif", "<b/>"),
                run("个", "Song", "<b/>"),
                run("60", "Serif", ""),
                hours))
        .isEqualTo("每[天12个]60小时");
  }

  @Test
  void chosenFontsAndSizesStayCodes() {
    String hours = run("小时", "Song", "");
    String large = run("12", "Serif", "").replace("10", "20");
    for (String other : List.of(run("12", "Courier", ""), run("十", "Kai", ""), large)) {
      assertThat(cell(run("每天", "Song", ""), other, hours)).contains("[").contains("]");
    }
  }

  @Test
  void spansThatOnlySayWhoWroteThemMakeNoCodes() {
    Packages file =
        odt(
            "<text:p>每<text:span text:style-name=\"T1\">天<text:span"
                + " text:style-name=\"T2\">12</text:span></text:span>小<text:span"
                + " text:style-name=\"T3\">时</text:span></text:p>",
            "");
    String content = Packages.partOf(file.bytes(), "content.xml");
    String style = "<style:style style:name=\"%s\"><style:text-properties %s/></style:style>";
    String styles =
        style.formatted("T1", "xmlns:officeooo=\"x\" officeooo:rsid=\"00a1\"")
            + style.formatted("T2", "fo:font-weight=\"bold\" fo:language=\"en\"")
            + style.formatted("T3", "fo:language=\"en\" style:country-asian=\"CN\"");
    file.part(
        "content.xml",
        content.replace(
            "<office:body>",
            "<office:automatic-styles>" + styles + "</office:automatic-styles><office:body>"));
    assertThat(coded(read(file, "a.odt").document())).isEqualTo("每天[12]小时");
  }

  @Test
  void hintsAtFontsMakeNoCodes() {
    String fonts = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\"%s/></w:rPr>";
    String hint = fonts.formatted(" w:hint=\"eastAsia\"");
    Packages file =
        docx(
            paragraph(
                r("每天").replace("<w:t", hint + "<w:t"),
                r("12").replace("<w:t", fonts.formatted("") + "<w:t"),
                r("小时").replace("<w:t", hint + "<w:t")));
    assertThat(coded(read(file, "a.docx").document())).isEqualTo("每天12小时");
  }

  @Test
  void aLineInACellMayEndWithACarriageReturn() {
    Packages file =
        xlsx(
            "产量",
            "<si><t>煤&#13;铁_x000D_\n铜_x005F_x000D_</t></si>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    assertThat(read(file, "a.xlsx").document().text()).isEqualTo("煤\n铁\n铜_x005F_x000D_");
  }

  @Test
  void openDocumentHasItsOwnTypes() {
    Packages file =
        odt(
            """
            <text:h text:outline-level="2">绪论</text:h><text:p>一行
               接一行<text:line-break/>新行<text:note text:note-class="footnote">\
            <text:note-citation>1</text:note-citation><text:note-body><text:p>注文。</text:p>\
            </text:note-body></text:note>。<office:annotation><dc:creator>甲</dc:creator>\
            <text:p>批语</text:p></office:annotation></text:p>\
            <text:list><text:list-item><text:p>点</text:p></text:list-item></text:list>\
            <table:table><table:table-row><table:table-cell><text:p>格</text:p></table:table-cell>\
            </table:table-row></table:table>\
            """,
            "<style:header><text:p>页眉</text:p></style:header>");
    assertBlocks(
        "a.odt",
        file,
        "heading 2 | heading 1 | 绪论",
        "paragraph | paragraph 1 | 一行接一行\n新行。",
        "list item | paragraph 2 | 点",
        "cell | table 1, row 1, column 1 | 格",
        "note | note 1 | 注文。",
        "furniture | header | 页眉");
    assertThat(read(file, "a.odt").notes()).contains("1 comment left out");
  }

  @Test
  void whatWasDeletedFromAnOpenDocumentIsNotRead() {
    Packages file =
        odt(
            """
            <text:tracked-changes><text:changed-region text:id="a"><text:deletion>\
            <text:p>删掉的话</text:p></text:deletion></text:changed-region>\
            <text:changed-region text:id="b"><text:deletion><text:p>岸边</text:p></text:deletion>\
            </text:changed-region></text:tracked-changes>\
            <text:p>船到<text:change text:change-id="a"/>了。</text:p><text:p>岸边</text:p>\
            """,
            "");
    ReadText read = read(file, "a.odt");
    assertThat(read.document().text()).isEqualTo("船到了。\n岸边");
    assertThat(read.notes()).contains("2 deletions left out");
  }

  @Test
  void whatXmlForbidsIsNotInTheTextOfAChapter() {
    Packages file = epub("<p>船&#1;到了&#xFFFF;。</p>", "<p>&#11;</p>");
    assertThat(read(file, "a.epub").document().text()).isEqualTo("船到了\uFFFD。");
  }

  @Test
  void chaptersOfABookComeInTheOrderOfReading() {
    assertBlocks(
        "a.epub",
        epub(
            "<h1>一</h1><p>他<b>来</b>了。<ruby>江<rt>jiāng</rt></ruby>水。</p>",
            "<h2>二</h2><ul><li>点</li></ul><pre>x = 1</pre>"),
        "heading 1 | a.xhtml, heading 1 | 一",
        "paragraph | a.xhtml, paragraph 1 | 他来了。江水。",
        "heading 2 | b.xhtml, heading 1 | 二",
        "list item | b.xhtml, paragraph 1 | 点",
        "code | b.xhtml, paragraph 2 | x = 1");
  }

  @Test
  void theNotesOfABookComeBehindItsText() {
    String aside =
        "<aside xmlns:epub=\"http://www.idpf.org/2007/ops\" epub:type=\"footnote\">"
            + "<p><sup><a href=\"#c1\">1</a></sup>见<i>下文</i>。</p></aside>";
    assertBlocks(
        "a.epub",
        epub("<p>见下文。</p>" + aside + "<p>江水涨了。</p>", "<p>二</p>"),
        "paragraph | a.xhtml, paragraph 1 | 见下文。",
        "paragraph | a.xhtml, paragraph 2 | 江水涨了。",
        "paragraph | b.xhtml, paragraph 1 | 二",
        "note | a.xhtml, note 1 | 见下文。");
  }

  @Test
  void aChapterWhosePathIsNotEncodedRightIsReadAfterTheOthers() {
    Packages file = epub("<p>一</p>", "<p>二</p>");
    String book = Packages.partOf(file.bytes(), "OEBPS/book.opf");
    file.part("OEBPS/book.opf", book.replace("href=\"a.xhtml\"", "href=\"a%zz.xhtml\""));
    assertBlocks(
        "a.epub",
        file,
        "paragraph | b.xhtml, paragraph 1 | 二",
        "furniture | a.xhtml, paragraph 1 | 一");
  }

  @Test
  void theNumberOfANoteInABookIsACodeAndNotText() {
    assertBlocks(
        "a.epub",
        epub(
            "<p>他来了。<sup id=\"c1\"><a href=\"#f1\">1</a></sup>水退了。</p>"
                + "<p>见<a href=\"b.xhtml#x\">下文</a>和<a href=\"b.xhtml#y\">2</a>。</p>",
            "<p><a href=\"a.xhtml#c1\">[1]</a>江水。</p>"),
        "paragraph | a.xhtml, paragraph 1 | 他来了。水退了。",
        "paragraph | a.xhtml, paragraph 2 | 见下文和2。",
        "paragraph | b.xhtml, paragraph 1 | 江水。");
  }

  @Test
  void storiesOfInDesignAreRead() {
    assertBlocks(
        "a.idml",
        idml(story("Heading 2", "绪论") + story("Body", "第一段。&#x2028;续&#x202F;完。")),
        "heading 2 | story 1, paragraph 1 | 绪论",
        "paragraph | story 1, paragraph 2 | 第一段。\n续\u202F完。");
  }

  private static final String HIDING_STYLES =
      style("paragraph", "Gone", "", "<w:vanish/>")
          + style("paragraph", "Heir", "Gone", "")
          + style("paragraph", "Back", "Gone", "<w:vanish w:val=\"0\"/>")
          + style("character", "Veil", "", "<w:vanish/>")
          + style("character", "Thin", "Veil", "")
          + style("character", "Seen", "", "<w:vanish w:val=\"false\"/>");

  private static String style(String type, String id, String basedOn, String run) {
    String base = basedOn.isEmpty() ? "" : "<w:basedOn w:val=\"" + basedOn + "\"/>";
    return """
    <w:style w:type="%s" w:styleId="%s"><w:name w:val="%2$s"/>%s<w:rPr>%s</w:rPr></w:style>\
    """
        .formatted(type, id, base, run);
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
    ReadText read = read(docx(p("明处。") + text).word("styles", "styles", HIDING_STYLES), "a.docx");
    assertThat(read.document().text().contains("看不见")).isEqualTo(!hidden);
    assertThat(read.notes().contains("1 run of hidden text left out")).isEqualTo(hidden);
    assertThat(read.warnings().contains(warning(50, "document", "\"看不见\""))).isEqualTo(hidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
            + "<w:rPr><w:vanish/></w:rPr></w:style>"
      })
  void theDefaultsOfTheStylesHideToo(String styles) {
    String shown = "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>明</w:t></w:r></w:p>";
    Packages file = docx(shown + p("暗处。")).word("styles", "styles", styles + HIDING_STYLES);
    ReadText read = read(file, "a.docx");
    assertThat(read.document().text()).isEqualTo("明");
    assertThat(read.warnings()).containsExactly(warning(75, "document", "\"暗处。\""));
  }

  private static String warning(int percent, String file, String parts) {
    return "%d%% of the text of the %s is hidden and was left out: %s"
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
  @CsvSource({
    "hidden, 甲处有字, 67, '\"丙列\", \"丁行\", \"乙页\" ...'",
    "veryHidden, 甲处有字, 67, '\"丙列\", \"丁行\", \"乙页\" ...'",
    "visible, '甲处有字\n乙页\n行内', 33, '\"丙列\", \"丁行\"'"
  })
  void hiddenSheetsRowsAndColumnsAreLeftOutAndSaid(
      String state, String text, int percent, String parts) {
    ReadText read = read(workbook("state=\"" + state + "\""), "a.xlsx");
    assertThat(read.document().text()).isEqualTo(text);
    assertThat(read.notes()).contains("2 hidden rows and columns left out");
    assertThat(read.notes().contains("1 hidden sheet left out")).isEqualTo(percent == 67);
    assertThat(read.warnings()).containsExactly(warning(percent, "workbook", parts));
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
        <row r="1">%s<c r="B1" t="inlineStr"><is><t>行内</t></is></c></row></sheetData></worksheet>\
        """
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
