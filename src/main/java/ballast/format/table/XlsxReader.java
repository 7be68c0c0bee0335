package ballast.format.table;

import ballast.bitext.InputException;
import ballast.format.file.CountedInput;
import ballast.format.file.FileInput;
import ballast.format.file.SoundZip;
import ballast.format.file.XmlEvents;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of the first sheet of an Excel workbook (ECMA-376, SpreadsheetML) as the text
 * shown in the cells. Nothing is computed: a formula gives the value saved with it. A part that
 * unpacks to more than a table can have ends the reading, however small the file.
 */
public final class XlsxReader {

  /** Maximum number of parts; no program writes more. */
  private static final int MAX_PARTS = 10_000;

  /** Maximum length of all shared texts, in UTF-16 units. */
  private static final int MAX_SHARED = 64 << 20;

  /** Maximum number of rows of a sheet in every spreadsheet program. */
  private static final int MAX_ROWS = 1 << 20;

  private static final long MAX_BYTES = 256L << 20;

  /** Unpacked size in bytes below which any compression ratio is accepted. */
  private static final long SMALL = 8L << 20;

  /** Maximum compression ratio; real sheets reach 10 to 30. */
  private static final long MAX_TIMES = 150;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final ZipFile zip;
  private final String name;
  private final int maxRows;
  private final List<String> shared = new ArrayList<>();

  private XlsxReader(ZipFile zip, String name, int maxRows) {
    this.zip = zip;
    this.name = name;
    this.maxRows = maxRows;
  }

  /**
   * Passes every row with a cell to {@code sink}, under its number in the sheet.
   *
   * @return the names of the other sheets, which are not read
   * @throws InputException if it is not a workbook, is damaged or unpacks to too much
   */
  public static List<String> read(Path file, String name, DelimitedText.Sink sink) {
    return read(file, name, sink, MAX_ROWS);
  }

  static List<String> read(Path file, String name, DelimitedText.Sink sink, int maxRows) {
    try (ZipFile zip = SoundZip.open(file)) {
      if (zip.size() > MAX_PARTS) {
        throw damaged(name, "it has " + zip.size() + " parts", null);
      }
      return new XlsxReader(zip, name, maxRows).read(sink);
    } catch (ZipException e) {
      throw damaged(name, "not an Excel workbook, or a damaged one", e);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  private List<String> read(DelimitedText.Sink sink) throws IOException {
    Map<String, String> targets = targets();
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    try (XmlEvents xml = open("xl/workbook.xml")) {
      while (xml.nextStart()) {
        if (xml.name().equals("sheet")) {
          names.add(xml.attribute("name"));
          ids.add(relation(xml));
        }
      }
    }
    if (ids.isEmpty()) {
      throw damaged(name, "it has no sheet", null);
    }
    readShared();
    readSheet(targets.getOrDefault(ids.get(0), "xl/worksheets/sheet1.xml"), sink);
    return List.copyOf(names.subList(1, names.size()));
  }

  /** Returns the {@code r:id} of a sheet, which is not its {@code sheetId}. */
  private static String relation(XmlEvents xml) {
    return xml.attributes().stream()
        .filter(attribute -> attribute.name().endsWith(":id"))
        .map(XmlEvents.Attribute::value)
        .findFirst()
        .orElse("");
  }

  private Map<String, String> targets() throws IOException {
    Map<String, String> targets = new HashMap<>();
    String part = "xl/_rels/workbook.xml.rels";
    if (zip.getEntry(part) == null) {
      return targets;
    }
    try (XmlEvents xml = open(part)) {
      while (xml.nextStart()) {
        if (xml.name().equals("Relationship") && targets.size() < MAX_PARTS) {
          String target = xml.attribute("Target");
          targets.put(
              xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    return targets;
  }

  private void readShared() throws IOException {
    if (zip.getEntry("xl/sharedStrings.xml") == null) {
      return;
    }
    long size = 0;
    try (XmlEvents xml = open("xl/sharedStrings.xml")) {
      while (xml.nextStart()) {
        if (xml.name().equals("si")) {
          shared.add(richText(xml));
          size += shared.get(shared.size() - 1).length() + 1L;
          if (size > MAX_SHARED) {
            throw xml.broken("it has more text than a table can hold", "split the table");
          }
        }
      }
    }
  }

  /** Skips the phonetic readings of Japanese. */
  private static String richText(XmlEvents xml) {
    StringBuilder text = new StringBuilder();
    int outside = xml.depth() - 1;
    while (xml.nextInside(outside)) {
      if (xml.name().equals("rPh")) {
        xml.skip();
      } else if (xml.name().equals("t")) {
        text.append(xml.allText(DelimitedText.MAX_CELL + 1));
      }
    }
    return unescaped(text.toString());
  }

  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                (MatchResult match) ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }

  private void readSheet(String part, DelimitedText.Sink sink) throws IOException {
    int number = 0;
    int rows = 0;
    try (XmlEvents xml = open(part)) {
      while (xml.nextStart()) {
        if (xml.name().equals("row")) {
          if (++rows > maxRows) {
            throw xml.broken("it has more rows than a sheet can hold", "split the table");
          }
          int said = number(xml.attribute("r"), 0);
          number = said > 0 ? said : number + 1;
          List<String> cells = new ArrayList<>();
          String problem = row(xml, cells);
          boolean goOn = problem.isEmpty() ? sink.row(number, cells) : sink.broken(number, problem);
          if (!goOn) {
            return;
          }
        }
      }
    }
  }

  private String row(XmlEvents xml, List<String> cells) {
    String problem = "";
    int outside = xml.depth() - 1;
    while (xml.nextInside(outside)) {
      if (xml.name().equals("c")) {
        int column = column(xml.attribute("r"), cells.size());
        String type = xml.attribute("t");
        String text = cell(xml, type);
        if (column < cells.size() || column >= DelimitedText.MAX_CELLS) {
          continue;
        }
        while (cells.size() < column) {
          cells.add("");
        }
        cells.add(text);
        if (type.equals("e")) {
          problem = "a cell shows an error (" + text + ")";
        } else if (text.length() > DelimitedText.MAX_CELL) {
          problem = "a cell is longer than " + DelimitedText.MAX_CELL + " characters";
        }
      }
    }
    return problem;
  }

  private String cell(XmlEvents xml, String type) {
    String value = "";
    int outside = xml.depth() - 1;
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "v" -> value = xml.allText(DelimitedText.MAX_CELL + 1);
        case "is" -> value = richText(xml);
        default -> xml.skip(); // a formula, or anything else
      }
    }
    if (type.equals("s")) {
      int index = number(value, shared.size());
      return index < shared.size() ? shared.get(index) : "";
    }
    return type.equals("str") ? unescaped(value) : value;
  }

  /** Counted from 0: {@code B7} is 1; a cell without a reference is in the next column. */
  private static int column(String reference, int next) {
    int column = 0;
    int at = 0;
    while (at < reference.length() && at < 4 && isLetter(reference.charAt(at))) {
      column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
      at++;
    }
    return at == 0 ? next : column - 1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static int number(String text, int otherwise) {
    try {
      int number = Integer.parseInt(text.strip());
      return number < 0 ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private XmlEvents open(String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw damaged(name, "it has no part " + part, null);
    }
    InputStream in =
        new BufferedInputStream(
            new CountedInput(
                SoundZip.part(zip, entry), read -> checkSize(read, entry.getCompressedSize())));
    in.mark(2);
    if (in.read() == 0x1F && in.read() == 0x8B) {
      throw damaged(name, "it contains the part " + part + " twice", null);
    }
    in.reset();
    return new XmlEvents(in, name + ", " + part, (line, what) -> {});
  }

  private static InputException damaged(String name, String why, @Nullable Throwable cause) {
    return new InputException(
        "cannot read the workbook \"" + name + "\": " + why,
        "open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8",
        cause);
  }

  private void checkSize(long read, long packed) {
    if (read > MAX_BYTES || (read > SMALL && read / MAX_TIMES > packed)) {
      String limit = read > MAX_BYTES ? (MAX_BYTES >> 20) + " MiB" : MAX_TIMES + " times its size";
      throw new InputException(
          "cannot read the workbook \"" + name + "\": it unpacks to more than " + limit,
          "no table of terms or sentences is so large; give another file");
    }
  }
}
