package ballast.format.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Documents made of their parts, as small as the formats allow. */
final class Packages {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.";
  private static final String DESIGN = "http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging";
  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
          + OFFICE
          + "\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final Map<String, StringBuilder> relations = new LinkedHashMap<>();

  /** Adds a part. */
  Packages part(String name, String content) {
    return part(name, content.getBytes(UTF_8));
  }

  /** Adds a part. */
  Packages part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** The archive. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The text of a part of an archive. */
  static String partOf(byte[] archive, String name) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), UTF_8);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("no part " + name);
  }

  /** A Word document with a body. */
  static Packages docx(String body) {
    return new Packages()
        .main("word/document.xml", KIND + "wordprocessingml.document.main+xml")
        .part("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
  }

  /** Adds a part that belongs to the body of a Word document, such as {@code footnotes}. */
  Packages word(String kind, String element, String content) {
    return related(
        "word/document.xml",
        "word/" + kind + ".xml",
        kind.replaceAll("[0-9]", ""),
        "wordprocessingml." + kind.replaceAll("[0-9]", "") + "+xml",
        word(element, content));
  }

  private static String word(String element, String content) {
    return HEAD + "<w:" + element + W + ">" + content + "</w:" + element + ">";
  }

  /** A paragraph of Word. */
  static String p(String text) {
    return "<w:p>" + r(text) + "</w:p>";
  }

  /** A paragraph of Word in a style. */
  static String p(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + r(text) + "</w:p>";
  }

  /** A run of Word. */
  static String r(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A bold run of Word. */
  static String bold(String text) {
    return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A presentation; each slide is given as the shapes in it, its speaker notes after a line. */
  static Packages pptx(String... slides) {
    String name = "ppt/presentation.xml";
    Packages made = new Packages().main(name, KIND + "presentationml.presentation.main+xml");
    StringBuilder ids = new StringBuilder();
    for (int i = 1; i <= slides.length; i++) {
      ids.append("<p:sldId id=\"" + (255 + i) + "\" r:id=\"rId" + i + "\"/>");
    }
    made.part(name, slide("presentation", "<p:sldIdLst>" + ids + "</p:sldIdLst>"));
    for (int i = 1; i <= slides.length; i++) {
      String slide = "ppt/slides/slide" + i + ".xml";
      String[] halves = slides[i - 1].split("\n", 2);
      String type = "presentationml.slide+xml";
      made.related(name, slide, "slide", type, slide("sld", tree(halves[0])));
      if (halves.length > 1) {
        String notes = "ppt/notesSlides/notesSlide" + i + ".xml";
        String of = "presentationml.notesSlide+xml";
        made.related(slide, notes, "notesSlide", of, slide("notes", tree(halves[1])));
      }
    }
    return made;
  }

  private static String slide(String element, String content) {
    return HEAD
        + "<p:"
        + element
        + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\""
        + OFFICE
        + "\">"
        + content
        + "</p:"
        + element
        + ">";
  }

  private static String tree(String shapes) {
    return "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>";
  }

  /** A shape on a slide that fills a placeholder, with one paragraph. */
  static String shape(String role, String text) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\"/><p:cNvSpPr/><p:nvPr><p:ph type=\""
        + role
        + "\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></p:txBody></p:sp>";
  }

  /** A workbook of one sheet: the texts that cells share, and the rows. */
  static Packages xlsx(String sheetName, String shared, String rows) {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String book = "xl/workbook.xml";
    return new Packages()
        .main(book, KIND + "spreadsheetml.sheet.main+xml")
        .part(
            book,
            HEAD
                + "<workbook xmlns=\""
                + main
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets><sheet name=\""
                + sheetName
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        .related(
            book,
            "xl/worksheets/sheet1.xml",
            "worksheet",
            "spreadsheetml.worksheet+xml",
            HEAD
                + "<worksheet xmlns=\""
                + main
                + "\"><sheetData>"
                + rows
                + "</sheetData></worksheet>")
        .related(
            book,
            "xl/sharedStrings.xml",
            "sharedStrings",
            "spreadsheetml.sharedStrings+xml",
            HEAD + "<sst xmlns=\"" + main + "\">" + shared + "</sst>")
        .related(
            book,
            "xl/styles.xml",
            "styles",
            "spreadsheetml.styles+xml",
            HEAD
                + "<styleSheet xmlns=\""
                + main
                + "\"><fonts><font><sz val=\"11\"/></font></fonts><fills><fill><patternFill"
                + " patternType=\"none\"/></fill></fills><borders><border><left/></border></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf"
                + " xfId=\"0\"/></cellXfs></styleSheet>");
  }

  private Packages main(String name, String type) {
    types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>");
    part("[Content_Types].xml", types());
    relation("", "officeDocument", name);
    return this;
  }

  /** Adds a part that another names. */
  Packages related(String of, String name, String relation, String type, String content) {
    types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + KIND + type + "\"/>");
    part("[Content_Types].xml", types());
    relation(of, relation, name);
    return part(name, content);
  }

  private String types() {
    return HEAD
        + "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd"
        + ".openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
        + " ContentType=\"application/xml\"/>"
        + types
        + "</Types>";
  }

  private void relation(String of, String kind, String target) {
    StringBuilder known = relations.computeIfAbsent(of, name -> new StringBuilder());
    int number = known.toString().split("<Relationship ", -1).length;
    known.append("<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + kind);
    known.append("\" Target=\"/" + target + "\"/>");
    int slash = of.lastIndexOf('/') + 1;
    part(
        of.substring(0, slash) + "_rels/" + of.substring(slash) + ".rels",
        HEAD
            + "<Relationships xmlns=\""
            + PACKAGE
            + "relationships\">"
            + known
            + "</Relationships>");
  }

  /** An OpenDocument text with a body, and what the page has above and below it. */
  static Packages odt(String body, String margins) {
    String names =
        " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\"";
    return new Packages()
        .part("mimetype", "application/vnd.oasis.opendocument.text")
        .part(
            "content.xml",
            HEAD
                + "<office:document-content"
                + names
                + "><office:body><office:text>"
                + body
                + "</office:text></office:body></office:document-content>")
        .part(
            "styles.xml",
            HEAD
                + "<office:document-styles"
                + names
                + "><office:styles><style:default-style style:family=\"paragraph\">"
                + "<style:text-properties fo:language=\"de\" fo:country=\"DE\"/>"
                + "</style:default-style></office:styles><office:master-styles>"
                + "<style:master-page style:name=\"Standard\">"
                + margins
                + "</style:master-page></office:master-styles></office:document-styles>");
  }

  /** An e-book of two chapters, the second of which stands first in the archive. */
  static Packages epub(String first, String second) {
    return new Packages()
        .part("mimetype", "application/epub+zip")
        .part(
            "META-INF/container.xml",
            HEAD
                + "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                + "<rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>")
        .part("OEBPS/b.xhtml", chapter(second))
        .part("OEBPS/a.xhtml", chapter(first))
        .part(
            "OEBPS/book.opf",
            HEAD
                + "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata"
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:language>zh</dc:language>"
                + "</metadata><manifest><item id=\"b\" href=\"b.xhtml\""
                + " media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"a.xhtml\""
                + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref"
                + " idref=\"a\"/><itemref idref=\"b\"/></spine></package>");
  }

  private static String chapter(String body) {
    return HEAD
        + "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh\"><head><title>T"
        + "</title></head><body>"
        + body
        + "</body></html>";
  }

  /** An InDesign document of one story. */
  static Packages idml(String story) {
    return new Packages()
        .part("mimetype", "application/vnd.adobe.indesign-idml-package")
        .part("designmap.xml", designMap())
        .part("Resources/Graphic.xml", design("Graphic", ""))
        .part("Resources/Fonts.xml", design("Fonts", ""))
        .part("Resources/Styles.xml", design("Styles", designStyles()))
        .part(
            "Resources/Preferences.xml",
            design("Preferences", "<StoryPreference StoryDirection=\"LeftToRightDirection\"/>"))
        .part("XML/Tags.xml", design("Tags", ""))
        .part("XML/BackingStory.xml", design("BackingStory", "<XmlStory Self=\"b\"></XmlStory>"))
        .part(
            "Spreads/Spread_s.xml",
            design(
                "Spread",
                "<Spread Self=\"s\" ItemTransform=\"1 0 0 1 0 0\"><TextFrame Self=\"t\""
                    + " ParentStory=\"u1\" ItemLayer=\"l\" Visible=\"true\" ItemTransform=\"1 0"
                    + " 0 1 0 0\"/></Spread>"))
        .part("Stories/Story_u1.xml", design("Story", "<Story Self=\"u1\">" + story + "</Story>"));
  }

  private static String designStyles() {
    StringBuilder styles = new StringBuilder();
    for (String kind : List.of("Character", "Paragraph", "Cell", "Table", "Object")) {
      String none = "$ID/[No " + kind.toLowerCase(Locale.ROOT) + " style]";
      styles.append("<Root" + kind + "StyleGroup Self=\"" + kind + "\">");
      for (String name : List.of(none, "Heading 1", "Heading 2", "Body")) {
        styles.append("<" + kind + "Style Self=\"" + kind + "Style/" + name + "\" Name=\"");
        styles.append(name + "\"/>");
      }
      styles.append("</Root" + kind + "StyleGroup>");
    }
    return styles.toString();
  }

  private static String designMap() {
    StringBuilder parts = new StringBuilder();
    for (String part :
        List.of(
            "Graphic Resources/Graphic",
            "Fonts Resources/Fonts",
            "Styles Resources/Styles",
            "Preferences Resources/Preferences",
            "Tags XML/Tags",
            "Spread Spreads/Spread_s",
            "BackingStory XML/BackingStory",
            "Story Stories/Story_u1")) {
      String[] of = part.split(" ");
      parts.append("<idPkg:" + of[0] + " src=\"" + of[1] + ".xml\"/>");
    }
    return HEAD
        + "<Document xmlns:idPkg=\""
        + DESIGN
        + "\" DOMVersion=\"8.0\" Self=\"d\" StoryList=\"u1\" ActiveLayer=\"l\"><Layer"
        + " Self=\"l\" Visible=\"true\"/>"
        + parts
        + "</Document>";
  }

  private static String design(String element, String content) {
    return HEAD
        + "<idPkg:"
        + element
        + " xmlns:idPkg=\""
        + DESIGN
        + "\" DOMVersion=\"8.0\">"
        + content
        + "</idPkg:"
        + element
        + ">";
  }

  /** A paragraph of InDesign. */
  static String story(String style, String text) {
    return "<ParagraphStyleRange AppliedParagraphStyle=\"ParagraphStyle/"
        + style
        + "\"><CharacterStyleRange AppliedCharacterStyle=\"CharacterStyle/$ID/[No character"
        + " style]\"><Content>"
        + text
        + "</Content><Br/></CharacterStyleRange></ParagraphStyleRange>";
  }
}
