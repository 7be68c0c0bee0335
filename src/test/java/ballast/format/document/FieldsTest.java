package ballast.format.document;

import static ballast.format.document.DocumentWriterTest.at;
import static ballast.format.document.OfficeReaderTest.codes;
import static ballast.format.document.OfficeReaderTest.read;
import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.odt;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.paragraph;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.r;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.DocumentWriter.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a field shows is text when the file holds it, and the field stays a field. */
final class FieldsTest {

  private static final String PAGE = field("PAGEREF _a \\h", r("17"));

  private final DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);

  private static String mark(String type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  }

  private static String begin(String code) {
    String instruction = "<w:r><w:instrText xml:space=\"preserve\"> %s </w:instrText></w:r>";
    return mark("begin") + instruction.formatted(code) + mark("separate");
  }

  private static String field(String code, String result) {
    return begin(code) + result + mark("end");
  }

  private List<String> texts(Packages file, String name) {
    Document document = read(file, name).document();
    return document.blocks().stream()
        .map(block -> block.place() + " | " + document.text(block))
        .toList();
  }

  @Test
  void resultsOfWordAreRead() {
    Packages file =
        docx(
            paragraph(r("见第") + PAGE + r("页。"))
                + paragraph(r("第") + "<w:fldSimple w:instr=\" PAGE \">" + r("8") + "</w:fldSimple>")
                + paragraph(r("条件") + begin("IF 1") + field("QUOTE x", r("是")) + mark("end"))
                + p("完。"));
    assertThat(texts(file, "a.docx"))
        .containsExactly(
            "paragraph 1 | 见第17页。", "paragraph 2 | 第8", "paragraph 3 | 条件是", "paragraph 4 | 完。");
  }

  @Test
  void aTableOfContentsIsReadParagraphByParagraph() {
    Packages file =
        docx(
            paragraph(begin("TOC \\o") + r("绪论") + "<w:r><w:tab/></w:r>" + PAGE)
                + paragraph(r("结论") + "<w:r><w:tab/></w:r>" + PAGE)
                + paragraph(mark("end"))
                + p("正文。"));
    assertThat(texts(file, "a.docx"))
        .containsExactly("paragraph 1 | 绪论\t17", "paragraph 2 | 结论\t17", "paragraph 3 | 正文。");
  }

  @Test
  void theCodesAroundAResultAreAPair() {
    Packages file =
        docx(
            paragraph(
                r("见"),
                field("REF _a", r("第三") + bold("章")),
                r("和"),
                field("HYPERLINK \"http://example.org\"", r("网站。好")),
                r("。")));
    assertThat(codes(file, "a.docx"))
        .containsExactly(
            "1 <pc id=\"1\" type=\"other\" subType=\"field\"",
            "3 <pc id=\"2\" type=\"fmt\" subType=\"bold\"",
            "4 /pc id=\"2\"",
            "4 /pc id=\"1\"",
            "5 <pc id=\"4\" type=\"link\"",
            "9 /pc id=\"4\"");
    assertThat(read(file, "a.docx").document().markup().unbreakable())
        .as("no sentence ends in a result")
        .hasSize(2);
  }

  @Test
  void aTranslationStandsInTheField() {
    byte[] bytes = docx(paragraph(r("见第") + PAGE + r("页。"))).bytes();
    Document document = reader.read(bytes, "a.docx").document();
    List<InlineCode> codes = document.markup().codes();
    List<InlineCode> moved = List.of(at(codes.get(0), 9), at(codes.get(1), 11));
    Written written =
        DocumentWriter.write(
            Lang.EN_US, bytes, "a.docx", Map.of(0, new TranslatedBlock("See page 17.", moved)));
    assertThat(written.problems()).isEmpty();
    assertThat(partOf(written.bytes(), "word/document.xml"))
        .containsPattern(
            "See page </w:t>.*\"begin\".*<w:instrText.* PAGEREF _a .*17.*\"end\".*\\.<")
        .doesNotContain("ballast");
  }

  @Test
  void aLostHalfOfAFieldIsReported() {
    byte[] bytes = docx(paragraph(r("见第") + PAGE + r("页。"))).bytes();
    InlineCode first = reader.read(bytes, "a.docx").document().markup().codes().get(0);
    TranslatedBlock halved = new TranslatedBlock("See page 17.", List.of(at(first, 9)));
    assertThat(DocumentWriter.write(Lang.EN_US, bytes, "a.docx", Map.of(0, halved)).problems())
        .isEqualTo(Map.of(0, List.of("the code 1 (its end) is lost")));
  }

  @Test
  void fieldsWithoutTranslationStayAsTheyAre() {
    byte[] bytes =
        docx(paragraph("<w:fldSimple w:instr=\" PAGE \">" + r("8") + "</w:fldSimple>")).bytes();
    assertThat(
            partOf(
                DocumentWriter.write(Lang.EN_US, bytes, "a.docx", Map.of()).bytes(),
                "word/document.xml"))
        .contains("<w:fldSimple w:instr=\" PAGE \">", "</w:fldSimple>");
  }

  @Test
  void resultsOfOpenDocumentAreRead() {
    Packages file =
        odt(
            "<text:p>见<text:title>江 &amp; 河</text:title>第<text:page-number>3</text:page-number>页"
                + "<text:script>x()</text:script>。</text:p><text:p>完。</text:p>",
            "");
    assertThat(texts(file, "a.odt"))
        .containsExactly("paragraph 1 | 见江 & 河第3页。", "paragraph 2 | 完。");
    assertThat(codes(file, "a.odt"))
        .startsWith(
            "1 <pc id=\"4\" type=\"other\" subType=\"field\"",
            "6 /pc id=\"4\"",
            "7 <pc id=\"5\" type=\"other\" subType=\"field\"",
            "8 /pc id=\"5\"");
  }

  @Test
  void aTranslationStandsInTheFieldOfOpenDocument() {
    byte[] bytes = odt("<text:p>见<text:title>江 &amp; 河</text:title>。</text:p>", "").bytes();
    List<InlineCode> codes = reader.read(bytes, "a.odt").document().markup().codes();
    TranslatedBlock translation =
        new TranslatedBlock("See A & B.", List.of(at(codes.get(0), 4), at(codes.get(1), 9)));
    Written written = DocumentWriter.write(Lang.EN_US, bytes, "a.odt", Map.of(0, translation));
    assertThat(written.problems()).isEmpty();
    assertThat(partOf(written.bytes(), "content.xml"))
        .contains("See <text:title>A &amp; B</text:title>.");
  }

  @Test
  void hyphensOfWordAreCharacters() {
    String water = "<w:r><w:t>wa</w:t><w:softHyphen/><w:t>ter</w:t></w:r>";
    String hyphen = "<w:r><w:noBreakHyphen></w:noBreakHyphen></w:r>";
    byte[] bytes = docx(paragraph(water, hyphen, r("fall"))).bytes();
    Document document = reader.read(bytes, "a.docx").document();
    assertThat(document.text()).isEqualTo("wa\u00ADter\u2011fall");
    assertThat(document.markup().codes()).isEmpty();
    TranslatedBlock same = new TranslatedBlock(document.text(), List.of());
    byte[] written = DocumentWriter.write(Lang.EN_US, bytes, "a.docx", Map.of(0, same)).bytes();
    assertThat(partOf(written, "word/document.xml"))
        .containsPattern("wa</w:t><w:softHyphen/><w:t[^>]*>ter</w:t><w:noBreakHyphen/><w:t[^>]*>f");
    assertThat(reader.read(written, "a.docx").document().text()).isEqualTo(document.text());
  }
}
