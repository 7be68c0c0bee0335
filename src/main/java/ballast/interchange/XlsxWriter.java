package ballast.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an Excel workbook of one sheet (ECMA-376, SpreadsheetML). Every cell is text, so that a
 * spreadsheet program computes none; the first row stays in sight. The same rows give the same
 * bytes.
 */
final class XlsxWriter {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final Pattern ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  /** The first time that a ZIP file can say. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private XlsxWriter() {}

  /** Writes the rows; the stream is flushed, not closed. */
  static void write(OutputStream out, List<List<String>> rows) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    part(
        zip,
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + KIND
            + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + KIND
            + "worksheet+xml\"/></Types>");
    part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    part(
        zip,
        "xl/workbook.xml",
        "<workbook "
            + MAIN
            + " xmlns:r=\""
            + RELATIONS
            + "\"><sheets><sheet name=\"glossary\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(zip, "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
    next(zip, "xl/worksheets/sheet1.xml");
    Writer writer = new OutputStreamWriter(zip, UTF_8);
    writer.write(HEAD);
    try {
      sheet(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer), rows);
    } catch (XMLStreamException e) {
      throw TmxXml.asIo(e);
    }
    writer.flush();
    zip.finish();
    out.flush();
  }

  private static String relations(String type, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + RELATIONS
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    next(zip, name);
    zip.write((HEAD + xml).getBytes(UTF_8));
  }

  private static void next(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void sheet(XMLStreamWriter xml, List<List<String>> rows)
      throws XMLStreamException {
    xml.writeStartElement("worksheet");
    xml.writeAttribute("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    xml.writeStartElement("sheetViews");
    xml.writeStartElement("sheetView");
    xml.writeAttribute("workbookViewId", "0");
    xml.writeEmptyElement("pane");
    xml.writeAttribute("ySplit", "1");
    xml.writeAttribute("topLeftCell", "A2");
    xml.writeAttribute("activePane", "bottomLeft");
    xml.writeAttribute("state", "frozen");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("sheetData");
    for (int row = 0; row < rows.size(); row++) {
      xml.writeStartElement("row");
      xml.writeAttribute("r", Integer.toString(row + 1));
      for (int column = 0; column < rows.get(row).size(); column++) {
        cell(xml, row, column, rows.get(row).get(column));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  /** The table has fewer columns than the alphabet letters. */
  private static void cell(XMLStreamWriter xml, int row, int column, String text)
      throws XMLStreamException {
    if (text.isEmpty()) {
      return;
    }
    xml.writeStartElement("c");
    xml.writeAttribute("r", (char) ('A' + column) + Integer.toString(row + 1));
    xml.writeAttribute("t", "inlineStr");
    xml.writeStartElement("is");
    xml.writeStartElement("t");
    xml.writeAttribute("xml:space", "preserve");
    // What looks like an escaped character must not be taken for one.
    XmlText.write(xml, XmlText.fit(ESCAPED.matcher(text).replaceAll("_x005F$0")));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
