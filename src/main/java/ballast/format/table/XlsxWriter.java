package ballast.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.file.XmlOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an Excel workbook of one sheet (ECMA-376, SpreadsheetML). A cell is a number in a column
 * of numbers, otherwise text, even one that is filled in later, and never a formula. Long cells are
 * wrapped, and the header row stays in sight. The same rows give the same bytes.
 */
public final class XlsxWriter {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final String NUMBER_FORMAT =
      "<xf numFmtId=\"%s\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
          + " applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>";

  /**
   * Cell formats: 1 is text (number format 49 is {@code @}), 2 is a header cell, 3 to 5 are
   * numbers: as they are, whole (3 is {@code #,##0}) and with two decimals (4 is {@code #,##0.00}).
   */
  private static final String STYLES =
      "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz"
          + " val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills"
          + " count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill"
          + " patternType=\"gray125\"/></fill></fills><borders"
          + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
          + " count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
          + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\""
          + " fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\""
          + " borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment"
          + " vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\""
          + " borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
          + NUMBER_FORMAT.formatted("0")
          + NUMBER_FORMAT.formatted("3")
          + NUMBER_FORMAT.formatted("4")
          + "</cellXfs>";

  private static final String TEXT = "1";
  private static final String HEAD_TEXT = "2";
  private static final String NUMBER = "3";
  private static final String WHOLE = "4";
  private static final String TWO_DECIMALS = "5";

  private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** The earliest time that a ZIP file can record. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private XlsxWriter() {}

  /** Writes the header row and all rows; the stream is flushed, not closed. */
  public static void write(OutputStream out, TableSheet table) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    part(
        zip,
        "[Content_Types].xml",
        ("<Types xmlns=\"%1$scontent-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%2$ssheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\""
                + " ContentType=\"%2$sworksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"%2$sstyles+xml\"/></Types>")
            .formatted(PACKAGE, KIND));
    part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        zip,
        "xl/workbook.xml",
        ("<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "</sheets></workbook>")
            .formatted(MAIN, RELATIONS, table.name()));
    part(
        zip,
        "xl/_rels/workbook.xml.rels",
        relations(
            relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml")));
    part(zip, "xl/styles.xml", "<styleSheet " + MAIN + ">" + STYLES + "</styleSheet>");
    next(zip, "xl/worksheets/sheet1.xml");
    Writer writer = new OutputStreamWriter(zip, UTF_8);
    writer.write(HEAD);
    sheet(new XmlOutput(writer), table);
    zip.finish();
    out.flush();
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(PACKAGE, relations);
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
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

  private static void sheet(XmlOutput xml, TableSheet table) throws IOException {
    xml.start("worksheet", "xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    xml.start("sheetViews");
    xml.start("sheetView", "workbookViewId", "0");
    xml.empty("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft");
    xml.attribute("state", "frozen");
    xml.end();
    xml.end();
    widths(xml, table.columns());
    xml.start("sheetData");
    row(xml, 0, table.heads(), column -> HEAD_TEXT);
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> cells = table.rows().get(row);
      row(xml, row + 1, cells, column -> style(table.columns().get(column), cells.get(column)));
    }
    xml.end();
    choices(xml, table);
    xml.end();
    xml.finish("");
  }

  private static void widths(XmlOutput xml, List<TableSheet.Column> columns) throws IOException {
    if (columns.stream().allMatch(column -> column.width() == 0)) {
      return;
    }
    xml.start("cols");
    for (int i = 0; i < columns.size(); i++) {
      xml.empty("col", "min", Integer.toString(i + 1), "max", Integer.toString(i + 1));
      xml.attribute("width", Integer.toString(Math.max(4, columns.get(i).width())));
      xml.attribute("style", columns.get(i).isNumber() ? NUMBER : TEXT);
      xml.attribute("customWidth", "1");
    }
    xml.end();
  }

  /** Writes lists of choices for cells; any other value may also be entered. */
  private static void choices(XmlOutput xml, TableSheet table) throws IOException {
    List<TableSheet.Column> columns = table.columns();
    long lists = columns.stream().filter(column -> !column.choices().isEmpty()).count();
    if (lists == 0 || table.rows().isEmpty()) {
      return;
    }
    xml.start("dataValidations", "count", Long.toString(lists));
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).choices().isEmpty()) {
        xml.start("dataValidation", "type", "list", "allowBlank", "1");
        xml.attribute("sqref", name(1, i) + ":" + name(table.rows().size(), i));
        xml.start("formula1");
        xml.text('"' + String.join(",", columns.get(i).choices()) + '"');
        xml.end();
        xml.end();
      }
    }
    xml.end();
  }

  private static String style(TableSheet.Column column, String cell) {
    if (!column.isNumber()) {
      return TEXT;
    }
    int decimals = cell.indexOf('.') < 0 ? 0 : cell.length() - cell.indexOf('.') - 1;
    return decimals == 0 ? WHOLE : decimals == 2 ? TWO_DECIMALS : NUMBER;
  }

  private static void row(XmlOutput xml, int row, List<String> cells, IntFunction<String> style)
      throws IOException {
    xml.start("row", "r", Integer.toString(row + 1));
    for (int column = 0; column < cells.size(); column++) {
      cell(xml, name(row, column), cells.get(column), style.apply(column));
    }
    xml.end();
  }

  private static String name(int row, int column) {
    return (char) ('A' + column) + Integer.toString(row + 1);
  }

  private static void cell(XmlOutput xml, String name, String text, String style)
      throws IOException {
    if (text.isEmpty()) {
      return;
    }
    if (!style.equals(TEXT) && !style.equals(HEAD_TEXT)) {
      xml.start("c", "r", name, "s", style);
      xml.start("v");
      xml.text(new BigDecimal(text).toPlainString());
      xml.end();
      xml.end();
      return;
    }
    xml.start("c", "r", name, "s", style, "t", "inlineStr");
    xml.start("is");
    xml.start("t", "xml:space", "preserve");
    // Text that looks like an escaped character must not be read as one.
    xml.text(ESCAPED.matcher(SafeCell.kept(text)).replaceAll("_x005F_"));
    xml.end();
    xml.end();
    xml.end();
  }
}
