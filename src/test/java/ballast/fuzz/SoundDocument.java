package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.document.BookPackage;
import ballast.format.document.DesignPackage;
import ballast.format.document.Packages;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * A small sound document of each format that is an archive. An input takes the place of one of its
 * parts, so that it is not lost at the checksums of the archive.
 */
enum SoundDocument {
  WORD(
      "in.docx",
      "word/document.xml",
      "word/styles.xml",
      "word/footnotes.xml",
      "word/comments.xml",
      "word/header1.xml",
      "word/_rels/document.xml.rels",
      "[Content_Types].xml") {
    @Override
    Packages make() {
      return Packages.docx(
              Packages.p("h", "码头")
                  + "<w:p>"
                  + Packages.r("船到了")
                  + Packages.bold("岸边")
                  + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                  + Packages.r("。")
                  + "</w:p><w:tbl><w:tr><w:tc>"
                  + Packages.p("潮水")
                  + "</w:tc></w:tr></w:tbl>")
          .word(
              "styles",
              "styles",
              "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading"
                  + " 1\"/></w:style>")
          .word(
              "footnotes",
              "footnotes",
              "<w:footnote w:id=\"2\">" + Packages.p("涨潮时。") + "</w:footnote>")
          .word(
              "comments",
              "comments",
              "<w:comment w:id=\"1\">" + Packages.p("查一查。") + "</w:comment>")
          .word("header1", "hdr", Packages.p("港口"));
    }
  },
  SLIDES(
      "in.pptx",
      "ppt/slides/slide1.xml",
      "ppt/notesSlides/notesSlide1.xml",
      "ppt/presentation.xml",
      "ppt/slides/_rels/slide1.xml.rels",
      "ppt/_rels/presentation.xml.rels",
      "[Content_Types].xml") {
    @Override
    Packages make() {
      return Packages.pptx(
          Packages.shape("title", "码头") + "\n" + Packages.shape("body", "先说船。"),
          Packages.shape("body", "船到了。"));
    }
  },
  WORKBOOK(
      "in.xlsx",
      "xl/worksheets/sheet1.xml",
      "xl/sharedStrings.xml",
      "xl/workbook.xml",
      "xl/styles.xml",
      "xl/_rels/workbook.xml.rels",
      "[Content_Types].xml") {
    @Override
    Packages make() {
      return Packages.xlsx(
          "船",
          "<si><t>码头</t></si><si><r><t>潮</t></r><r><rPr><b/></rPr><t>水</t></r></si>",
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>");
    }
  },
  OPEN_DOCUMENT("in.odt", "content.xml", "styles.xml") {
    @Override
    Packages make() {
      return Packages.odt(
          "<text:h text:outline-level=\"1\">码头</text:h><text:p>船到了。</text:p>",
          "<style:header><text:p>港口</text:p></style:header>");
    }
  },
  BOOK("in.epub", "OEBPS/a.xhtml", "OEBPS/book.opf", "META-INF/container.xml") {
    @Override
    Packages make() {
      return BookPackage.epub("<h1>码头</h1><p>船到了。</p>", "<p>潮水</p>");
    }
  },
  DESIGN(
      "in.idml",
      "Stories/Story_u1.xml",
      "designmap.xml",
      "Spreads/Spread_s.xml",
      "Resources/Styles.xml",
      "Resources/Preferences.xml",
      "XML/BackingStory.xml") {
    @Override
    Packages make() {
      return DesignPackage.idml(
          DesignPackage.story("Heading 1", "码头") + DesignPackage.story("Body", "船到了。"));
    }
  };

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> parts;

  /**
   * @param parts those that an input can take the place of, first that with the text
   */
  SoundDocument(String fileName, String... parts) {
    this.fileName = fileName;
    this.parts = List.of(parts);
  }

  abstract Packages make();

  String fileName() {
    return fileName;
  }

  /**
   * The document with an input in it.
   *
   * @param input the new content of the first part; of another one if it begins with the digit of
   *     that part, from 1, which does not belong to the content
   */
  byte[] with(byte[] input) {
    return with(input, content -> content);
  }

  /** The same with an input that is made well-formed before, without which nothing reads it. */
  byte[] withMended(byte[] input) {
    return with(input, SoundDocument::mended);
  }

  private byte[] with(byte[] input, UnaryOperator<byte[]> change) {
    int digit = input.length == 0 ? 0 : input[0] - '0';
    boolean isNamed = digit > 0 && digit < parts.size();
    byte[] content = isNamed ? Arrays.copyOfRange(input, 1, input.length) : input;
    return make().part(parts.get(isNamed ? digit : 0), change.apply(content)).bytes();
  }

  private static byte[] mended(byte[] content) {
    Document parsed = Jsoup.parse(new String(content, UTF_8), "", Parser.xmlParser());
    parsed.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    Element root = parsed.firstElementChild();
    return root == null ? content : root.outerHtml().getBytes(UTF_8);
  }
}
