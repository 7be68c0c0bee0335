package ballast.format.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.file.TagScanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes a workbook as a script writes it: the filter requires a table of styles and the place
 * of each cell, which the format does not.
 */
final class SheetXml {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String SHEETS = "xl/worksheets/";

  /** The added table of styles, if the workbook has none. */
  private static final String STYLES = "xl/ballastStyles.xml";

  private static final String RELATION =
      "<Relationship xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
          + " Id=\"ballastStyles\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + ("relationships/styles\" Target=\"/" + STYLES + "\"/>");

  private static final String TYPE =
      "<Override xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\""
          + (" PartName=\"/" + STYLES + "\" ContentType=\"application/")
          + "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

  /** One format, that of cells without a format. */
  private static final String PLAIN =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
          + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
          + "<cellXfs count=\"1\"><xf xfId=\"0\"/></cellXfs></styleSheet>";

  /** An element at the top of a part, of which the filter knows no prefix. */
  private static final Pattern ROOT =
      Pattern.compile("<(\\w+):(?:workbook|worksheet|sst|styleSheet)[\\s>]");

  private static final Pattern PLACED = Pattern.compile("<((?:\\w+:)?(row|c))(?=[\\s/>])([^<>]*)>");

  private static final Pattern PLACE =
      Pattern.compile("\\sr\\s*=\\s*[\"']([A-Z]{0,3})(\\d{0,7})[\"']");

  /** The table of styles; {@link #STYLES} if the workbook names none. */
  private final String styles;

  /** Whether the table of styles is missing or empty. */
  private final boolean bare;

  private int row;
  private int column;

  private SheetXml(PackageFile file) {
    String[] named = {STYLES};
    file.elements(
        RELATIONS,
        xml -> {
          if (xml.attribute("Type").endsWith("/styles")) {
            named[0] = PackageFile.resolved("xl/", xml.attribute("Target"));
          }
        });
    styles = named[0];
    bare = file.count(styles, xml -> xml.name().equals("cellXfs")) == 0;
  }

  /** Makes a copy for the filter, if the workbook is incomplete. */
  static void complete(PackageFile file) throws IOException {
    if (!file.parts().contains(WORKBOOK)) {
      return;
    }
    SheetXml sheets = new SheetXml(file);
    if (sheets.bare
        || isPrefixed(file)
        || file.parts().stream().anyMatch(part -> isUnplaced(file, part))) {
      boolean missing = sheets.bare && !file.parts().contains(sheets.styles);
      file.copy(sheets::copy, sheets.styles, missing ? PLAIN : "");
    }
  }

  private static boolean isPrefixed(PackageFile file) throws IOException {
    try (InputStream in = file.part(WORKBOOK)) {
      return in != null && ROOT.matcher(new String(in.readNBytes(4096), UTF_8)).find();
    }
  }

  /** Whether the first cell of a sheet has no place: a program writes all of them, or none. */
  private static boolean isUnplaced(PackageFile file, String part) {
    boolean[] unplaced = new boolean[1];
    if (part.startsWith(SHEETS) && part.endsWith(".xml")) {
      file.read(
          part,
          xml -> {
            while (xml.nextStart()) {
              if (xml.name().equals("c")) {
                unplaced[0] = xml.attribute("r").isEmpty();
                return;
              }
            }
          });
    }
    return unplaced[0];
  }

  private void copy(String part, InputStream in, OutputStream out) throws IOException {
    boolean added = styles.equals(STYLES);
    boolean relations = added && part.equals(RELATIONS);
    boolean types = added && part.equals("[Content_Types].xml");
    boolean sheet = part.startsWith(SHEETS);
    if (bare && part.equals(styles)) {
      out.write(PLAIN.getBytes(UTF_8));
      return;
    }
    if (!relations && !types && !sheet && !part.matches("xl/[^/]+\\.xml")) {
      in.transferTo(out);
      return;
    }
    String xml = new String(in.readAllBytes(), UTF_8);
    String copied =
        relations || types ? TagScanner.append(xml, relations ? RELATION : TYPE) : unprefixed(xml);
    out.write((sheet ? placed(copied) : copied).getBytes(UTF_8));
  }

  private static String unprefixed(String xml) {
    Matcher root = ROOT.matcher(xml);
    if (!root.find()) {
      return xml;
    }
    String prefix = root.group(1) + ":";
    return xml.replaceFirst("\\sxmlns:" + root.group(1) + "=", " xmlns=")
        .replace("<" + prefix, "<")
        .replace("</" + prefix, "</");
  }

  private String placed(String xml) {
    row = 0;
    return PLACED.matcher(xml).replaceAll(tag -> Matcher.quoteReplacement(placed(tag)));
  }

  private String placed(MatchResult tag) {
    boolean isRow = tag.group(2).equals("row");
    Matcher place = PLACE.matcher(tag.group(3));
    boolean found = place.find();
    if (isRow) {
      row = found && !place.group(2).isEmpty() ? Integer.parseInt(place.group(2)) : row + 1;
      column = 0;
    } else {
      column = found ? SheetStructure.column(place.group(1)) : column + 1;
    }
    String missing = " r=\"" + (isRow ? "" : letters(column)) + row + "\"";
    return found ? tag.group() : "<" + tag.group(1) + missing + tag.group(3) + ">";
  }

  /** The letters of a column, from 1. */
  private static String letters(int column) {
    int before = (column - 1) / 26;
    return (before > 0 ? letters(before) : "") + (char) ('A' + (column - 1) % 26);
  }
}
