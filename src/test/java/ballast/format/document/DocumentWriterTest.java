package ballast.format.document;

import static ballast.Refusal.assertRefused;
import static ballast.format.document.BookPackage.epub;
import static ballast.format.document.DesignPackage.idml;
import static ballast.format.document.DesignPackage.story;
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
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.DocumentWriter.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is read is written back; a translation takes the place of its block, codes and all. */
final class DocumentWriterTest {

  private static final String RICH =
      paragraph(r(" 他"), bold("终于 "), r("来了。"), "<w:r><w:br/></w:r>", r("完"));

  private static final Map<String, Packages> FILES =
      Map.of(
          "a.docx",
          docx(RICH + p("第二段。")).word("header1", "hdr", p("页眉")),
          "a.pptx",
          pptx(shape("title", "第一页") + "\n" + shape("body", "先说这个。")),
          "a.xlsx",
          xlsx(
              "产量",
              "<si><t>煤</t></si><si><t>一&#10;二</t></si>",
              "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
                  + " t=\"s\"><v>1</v></c></row>"),
          "script.xlsx",
          scriptedXlsx("x", "<:row><:c t=\"inlineStr\"><:is><:t>煤</:t></:is></:c></:row>"),
          "a.odt",
          odt(
              "<text:h text:outline-level=\"1\">绪论</text:h><text:p>一<text:span>二</text:span>"
                  + "<text:line-break/>三<text:tab/>四<text:note text:note-class=\"footnote\">"
                  + "<text:note-citation>1</text:note-citation><text:note-body><text:p>注。"
                  + "</text:p></text:note-body></text:note>。</text:p>",
              "<style:header><text:p>页眉</text:p></style:header>"),
          "a.epub",
          epub("<p>他<b>来</b>了。<br/>江<ruby>水<rt>shuǐ</rt></ruby></p>", "<p>二</p>"),
          "a.idml",
          idml(story("Heading 1", "绪论") + story("Body", "第一段。")));

  private final DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);

  private static byte[] file(String name) {
    return Objects.requireNonNull(FILES.get(name)).bytes();
  }

  private static List<InlineCode> codes(Document document, Block block) {
    List<InlineCode> codes = new ArrayList<>();
    for (InlineCode code : document.markup().codes()) {
      int offset = code.offset() - block.span().start();
      if (offset >= 0 && code.offset() <= block.span().end()) {
        codes.add(at(code, offset));
      }
    }
    return codes;
  }

  static InlineCode at(InlineCode code, int offset) {
    return new InlineCode(Side.SOURCE, offset, code.element(), code.attributes(), code.content());
  }

  private static List<String> described(Document document) {
    List<String> lines = new ArrayList<>();
    for (Block block : document.blocks()) {
      lines.add(block.type() + " " + block.level() + " " + block.place());
      lines.add(document.text(block) + " " + codes(document, block));
    }
    return lines;
  }

  /** What is read again; all of it must have been written. */
  private Document written(Packages file, String name, Map<Integer, TranslatedBlock> texts) {
    Written written = DocumentWriter.write(Lang.EN_US, file.bytes(), name, texts);
    assertThat(written.problems()).as(name).isEmpty();
    return reader.read(written.bytes(), name).document();
  }

  @Test
  void whatHasNoTranslationStaysAsItIs() {
    FILES.forEach(
        (name, file) -> {
          assertThat(described(written(file, name, Map.of())))
              .as(name)
              .isEqualTo(described(reader.read(file.bytes(), name).document()));
        });
  }

  @Test
  void everyFormatTakesItsOwnTextBack() {
    FILES.forEach(
        (name, file) -> {
          Document before = reader.read(file.bytes(), name).document();
          Map<Integer, TranslatedBlock> same = new LinkedHashMap<>();
          for (Block block : before.blocks()) {
            same.put(same.size(), new TranslatedBlock(before.text(block), codes(before, block)));
          }
          assertThat(described(written(file, name, same))).as(name).isEqualTo(described(before));
        });
  }

  @Test
  void everyFormatTakesATranslation() {
    FILES.forEach(
        (name, file) -> {
          Document before = reader.read(file.bytes(), name).document();
          Map<Integer, TranslatedBlock> texts = new LinkedHashMap<>();
          List<String> expected = new ArrayList<>();
          for (Block block : before.blocks()) {
            String text = "One & <two>\nthree " + texts.size();
            List<InlineCode> moved =
                codes(before, block).stream().map(code -> at(code, 3)).toList();
            texts.put(texts.size(), new TranslatedBlock(text, moved));
            expected.add(text);
          }
          Document after = written(file, name, texts);
          List<String> found = after.blocks().stream().map(after::text).toList();
          assertThat(found).as(name).isEqualTo(expected);
        });
  }

  @Test
  void boldIsWhereItsCodesAre() {
    byte[] bytes = docx(RICH).bytes();
    List<InlineCode> codes = codes(reader.read(bytes, "a.docx").document());
    TranslatedBlock translation =
        new TranslatedBlock("At last he came", List.of(at(codes.get(0), 3), at(codes.get(1), 7)));
    byte[] written =
        DocumentWriter.write(Lang.EN_US, bytes, "a.docx", Map.of(0, translation)).bytes();
    assertThat(partOf(written, "word/document.xml"))
        .containsPattern("<w:b/></w:rPr><w:t[^>]*>last")
        .doesNotContain("终");
  }

  @Test
  void joinedRunsStayAsTheyAreWhereNothingIsTranslated() {
    String run = "<r><rPr><rFont val=\"%s\"/></rPr><t>%s</t></r>";
    String runs =
        run.formatted("Song", "每天") + run.formatted("", "12") + run.formatted("Song", "时");
    byte[] bytes =
        xlsx(
                "S",
                "<si>" + runs + "</si><si>" + runs + "</si>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
                    + " t=\"s\"><v>1</v></c></row>")
            .bytes();
    assertThat(codes(reader.read(bytes, "a.xlsx").document())).isEmpty();
    Written written =
        DocumentWriter.write(
            Lang.EN_US, bytes, "a.xlsx", Map.of(0, new TranslatedBlock("12 hours", List.of())));
    assertThat(written.problems()).isEmpty();
    assertThat(partOf(written.bytes(), "xl/sharedStrings.xml"))
        .containsPattern("<t[^>]*>12 hours</t>")
        .containsPattern("Song.*每天.*12.*Song.*时");
  }

  @Test
  void hintsAtFontsStayWhereNothingIsTranslated() {
    String fonts = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\"%s/></w:rPr><w:t";
    String he = r("“他”").replace("<w:t", fonts.formatted(" w:hint=\"eastAsia\""));
    String both = paragraph(he, r("12").replace("<w:t", fonts.formatted("")));
    byte[] bytes = docx(both + both).bytes();
    byte[] written =
        DocumentWriter.write(
                Lang.ZH_CN, bytes, "a.docx", Map.of(0, new TranslatedBlock("船", List.of())))
            .bytes();
    assertThat(partOf(written, "word/document.xml"))
        .containsPattern("<w:t[^>]*>船</w:t>.*w:hint=\"eastAsia\".*“他”");
  }

  private static List<InlineCode> codes(Document document) {
    return codes(document, document.blocks().get(0));
  }

  @Test
  void lostDoubledAndUnknownCodesAreNamedAndTheFileStaysWhole() {
    byte[] bytes = docx(p("第一段。") + RICH).bytes();
    Document document = reader.read(bytes, "a.docx").document();
    List<InlineCode> codes = codes(document, document.blocks().get(1));
    InlineCode unknown = new InlineCode(Side.SOURCE, 4, "ph", "id=\"9\"", "");
    List<InlineCode> placed = List.of(at(codes.get(0), 0), at(codes.get(0), 2), unknown);
    Written written =
        DocumentWriter.write(
            Lang.EN_US, bytes, "a.docx", Map.of(1, new TranslatedBlock("He came.", placed)));
    assertThat(written.problems())
        .isEqualTo(
            Map.of(
                1,
                List.of(
                    "it has the code 1 (its beginning) twice",
                    "the source does not have the code 9",
                    "the code 1 (its end) is lost")));
    Document after = reader.read(written.bytes(), "a.docx").document();
    assertThat(after.text(after.blocks().get(1))).isEqualTo("He came.");
  }

  @Test
  void namesWithoutPrefixStayAsTheyAreInAnOpenDocument() {
    String formula =
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" id=\"a :b=\"><mi>x</mi></math>";
    byte[] bytes =
        Packages.odt("<text:p>设<draw:object>" + formula + "</draw:object> :c=。</text:p>", "")
            .bytes();
    Written written = DocumentWriter.write(Lang.EN_US, bytes, "a.odt", Map.of());
    assertThat(partOf(written.bytes(), "content.xml")).contains(formula, " :c=。");
    assertThat(reader.read(written.bytes(), "a.odt").document().text())
        .isEqualTo(reader.read(bytes, "a.odt").document().text());
  }

  @Test
  void codesThatCrossAreRefused() {
    String link = "<w:hyperlink r:id=\"rId9\">" + r("这") + bold("里") + "</w:hyperlink>";
    byte[] bytes = docx(paragraph(r("看"), link)).bytes();
    List<InlineCode> codes = codes(reader.read(bytes, "a.docx").document());
    Collections.swap(codes, 0, 1);
    List<InlineCode> crossed = new ArrayList<>();
    codes.forEach(code -> crossed.add(at(code, crossed.size())));
    Written written =
        DocumentWriter.write(
            Lang.EN_US, bytes, "a.docx", Map.of(0, new TranslatedBlock("See here", crossed)));
    assertThat(written.problems()).isEqualTo(Map.of(0, List.of("its codes cross each other")));
    assertThat(reader.read(written.bytes(), "a.docx").document().text()).isEqualTo("See here");
  }

  @Test
  void theDocumentGetsTheLanguageOfTheTranslation() {
    String styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\"/></w:rPr>"
            + "</w:rPrDefault></w:docDefaults>";
    String quoted =
        "<w:p><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\" w:eastAsia=\"宋体\"/></w:rPr><w:t>“好”</w:t>"
            + "</w:r></w:p>";
    byte[] word = docx(quoted).word("styles", "styles", styles).bytes();
    byte[] written = DocumentWriter.write(Lang.EN_US, word, "a.docx", Map.of()).bytes();
    assertThat(partOf(written, "word/styles.xml"))
        .containsOnlyOnce("<w:lang ")
        .contains("w:val=\"en-US\"");
    assertThat(partOf(written, "word/document.xml")).contains("宋体").doesNotContain("w:hint");
    assertThat(
            partOf(
                DocumentWriter.write(Lang.EN_US, file("a.odt"), "a.odt", Map.of()).bytes(),
                "styles.xml"))
        .contains("fo:language=\"en\"", "fo:country=\"US\"");
    byte[] book = DocumentWriter.write(Lang.EN_US, file("a.epub"), "a.epub", Map.of()).bytes();
    assertThat(partOf(book, "OEBPS/book.opf")).contains("<dc:language>en-US</dc:language>");
    assertThat(partOf(book, "OEBPS/a.xhtml")).contains("lang=\"en-US\"");
  }

  @Test
  void theTypeOfAnArchiveStandsFirstAndUncompressed() {
    for (String name : List.of("a.odt", "a.epub", "a.idml")) {
      byte[] written = DocumentWriter.write(Lang.EN_US, file(name), name, Map.of()).bytes();
      String head = new String(written, 0, 80, ISO_8859_1);
      assertThat(head.substring(38)).as(name).startsWith("application/");
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    FILES.forEach(
        (name, file) -> {
          byte[] original = file.bytes(); // with the time in it
          assertThat(DocumentWriter.write(Lang.EN_US, original, name, Map.of()).bytes())
              .as(name)
              .isEqualTo(DocumentWriter.write(Lang.EN_US, original, name, Map.of()).bytes());
        });
  }

  /** Some programs leave the date of a part empty, which makes it month 0. */
  @Test
  void aPartWithoutADateIsWritten() {
    byte[] original = Objects.requireNonNull(FILES.get("a.docx")).bytes();
    Arrays.fill(original, 10, 14, (byte) 0); // time and date of the first part

    assertThat(DocumentWriter.write(Lang.EN_US, original, "a.docx", Map.of()).problems()).isEmpty();
  }

  @Test
  void otherFilesAreRefused() {
    byte[] text = "江水涨了。".getBytes(UTF_8);
    assertRefused(() -> DocumentWriter.write(Lang.EN_US, text, "a.txt", Map.of()), "plain text");
  }
}
