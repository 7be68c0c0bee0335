package ballast.format.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Documents made of their parts, as small as the formats allow. */
public final class Packages {

  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.";
  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
          + OFFICE
          + "\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final Map<String, StringBuilder> relations = new LinkedHashMap<>();

  /** Adds a part. */
  public Packages part(String name, String content) {
    return part(name, content.getBytes(UTF_8));
  }

  /** Adds a part. */
  public Packages part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** The archive. */
  public byte[] bytes() {
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
  public static String partOf(byte[] archive, String name) {
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
  public static Packages docx(String body) {
    return new Packages()
        .main("word/document.xml", KIND + "wordprocessingml.document.main+xml")
        .part("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
  }

  /** Adds a part that belongs to the body of a Word document, such as {@code footnotes}. */
  public Packages word(String kind, String element, String content) {
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
  public static String p(String text) {
    return "<w:p>" + r(text) + "</w:p>";
  }

  /** A paragraph of Word in a style. */
  public static String p(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + r(text) + "</w:p>";
  }

  /** A paragraph of Word that is made of runs and other elements. */
  static String paragraph(String... content) {
    return "<w:p>" + String.join("", content) + "</w:p>";
  }

  /** A run of Word. */
  public static String r(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A bold run of Word. */
  public static String bold(String text) {
    return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A presentation; each slide is given as the shapes in it, its speaker notes after a line. */
  public static Packages pptx(String... slides) {
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
    return """
    %s<p:%2$s xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="%3$s">%4$s</p:%2$s>\
    """
        .formatted(HEAD, element, OFFICE, content);
  }

  private static String tree(String shapes) {
    return "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>";
  }

  /** A shape on a slide that fills a placeholder, with one paragraph. */
  public static String shape(String role, String text) {
    return """
    <p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="%s"/></p:nvPr></p:nvSpPr>\
    <p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:txBody></p:sp>\
    """
        .formatted(role, text);
  }

  /** A workbook of one sheet: the texts that cells share, and the rows. */
  public static Packages xlsx(String sheetName, String shared, String rows) {
    String book = "xl/workbook.xml";
    String sheets =
        """
        xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets>\
        """
            .formatted(OFFICE, sheetName);
    String styles =
        """
        ><fonts><font><sz val="11"/></font></fonts><fills><fill><patternFill patternType="none"/></fill>\
        </fills><borders><border><left/></border></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>\
        <xf xfId="0"/></cellXfs>\
        """;
    String data = "><sheetData>" + rows + "</sheetData>";
    return new Packages()
        .main(book, KIND + "spreadsheetml.sheet.main+xml")
        .part(book, spreadsheet("workbook", sheets))
        .sheet("worksheets/sheet1", "worksheet", spreadsheet("worksheet", data))
        .sheet("sharedStrings", "sharedStrings", spreadsheet("sst", ">" + shared))
        .sheet("styles", "styles", spreadsheet("styleSheet", styles));
  }

  /** A workbook as a script writes it: without shared texts or styles, with a prefix. */
  public static Packages scriptedXlsx(String prefix, String rows) {
    String book = "xl/workbook.xml";
    String main =
        " xmlns:%s=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"%s\">"
            .formatted(prefix, OFFICE)
            .replace("xmlns:=", "xmlns=");
    String sheets = "<:sheets><:sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></:sheets>";
    String data = "<:sheetData>" + rows + "</:sheetData>";
    String colon = prefix.isEmpty() ? "" : prefix + ":";
    return new Packages()
        .main(book, KIND + "spreadsheetml.sheet.main+xml")
        .part(
            book,
            ("<:workbook" + main + sheets + "</:workbook>")
                .replace("<:", "<" + colon)
                .replace("</:", "</" + colon))
        .sheet(
            "worksheets/sheet1",
            "worksheet",
            ("<:worksheet" + main + data + "</:worksheet>")
                .replace("<:", "<" + colon)
                .replace("</:", "</" + colon));
  }

  private static String spreadsheet(String element, String content) {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return "%s<%2$s xmlns=\"%3$s\" %4$s</%2$s>".formatted(HEAD, element, main, content);
  }

  private Packages sheet(String name, String relation, String content) {
    String type = "spreadsheetml." + relation + "+xml";
    return related("xl/workbook.xml", "xl/" + name + ".xml", relation, type, content);
  }

  private Packages main(String name, String type) {
    types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>");
    part("[Content_Types].xml", types());
    relation("", "officeDocument", name);
    return this;
  }

  /** Adds a part that another names. */
  public Packages related(String of, String name, String relation, String type, String content) {
    types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + KIND + type + "\"/>");
    part("[Content_Types].xml", types());
    relation(of, relation, name);
    return part(name, content);
  }

  private String types() {
    return """
    %s<Types xmlns="%scontent-types"><Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>%s</Types>\
    """
        .formatted(HEAD, PACKAGE, types);
  }

  private void relation(String of, String kind, String target) {
    StringBuilder known = relations.computeIfAbsent(of, name -> new StringBuilder());
    int number = known.toString().split("<Relationship ", -1).length;
    known.append("<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + kind);
    known.append("\" Target=\"/" + target + "\"/>");
    int slash = of.lastIndexOf('/') + 1;
    part(
        of.substring(0, slash) + "_rels/" + of.substring(slash) + ".rels",
        "%s<Relationships xmlns=\"%srelationships\">%s</Relationships>"
            .formatted(HEAD, PACKAGE, known));
  }

  /** An OpenDocument text with a body, and what the page has above and below it. */
  public static Packages odt(String body, String margins) {
    return new Packages()
        .part("mimetype", "application/vnd.oasis.opendocument.text")
        .part(
            "content.xml",
            office("content", "<office:body><office:text>" + body + "</office:text></office:body>"))
        .part(
            "styles.xml",
            office(
                "styles",
                """
                <office:styles><style:default-style style:family="paragraph">\
                <style:text-properties fo:language="de" fo:country="DE"/></style:default-style>\
                </office:styles><office:master-styles><style:master-page style:name="Standard">%s\
                </style:master-page></office:master-styles>\
                """
                    .formatted(margins)));
  }

  private static String office(String part, String content) {
    return """
    %s<office:document-%2$s xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" \
    office:version="1.2">%3$s</office:document-%2$s>\
    """
        .formatted(HEAD, part, content);
  }
}
