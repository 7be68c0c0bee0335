package ballast.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.file.BinaryFiles;
import ballast.format.file.Characters;
import ballast.format.file.Decoding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables that a spreadsheet program opens and saves: Excel workbooks and CSV (RFC 4180). Reading
 * gives back exactly what was written. In CSV, a cell that a program would interpret as a formula
 * is written with an apostrophe before it, which reading removes.
 *
 * <p>A text table is read as spreadsheet programs save it: cells separated by commas, semicolons or
 * tabs, whichever is most frequent in its first row; in UTF-8 or UTF-16 with or without a mark, or
 * in GB18030 as on Chinese Windows; a first line {@code sep=;} counts. A workbook is recognised by
 * its content, regardless of its name; only its first sheet is read.
 */
public final class TableFile {

  /** Maximum length of a cell, in UTF-16 units. */
  public static final int MAX_CHARACTERS = DelimitedText.MAX_CELL - 1;

  private static final int MAX_BYTES = 32 << 20;
  private static final char MARK = '\uFEFF';
  private static final String SEPARATORS = ",;\t";

  private TableFile() {}

  /**
   * @param number as in a spreadsheet program, from 1 for the header row
   * @param cells its cells; none if it is broken
   * @param problem why it could not be read; empty if it could
   */
  public record Row(int number, List<String> cells, String problem) {
    public Row {
      cells = List.copyOf(cells);
    }

    public boolean isBlank() {
      return problem.isEmpty() && cells.stream().allMatch(Characters::isBlank);
    }
  }

  /**
   * The rows and problems of a file.
   *
   * @param rows all of them, in order
   * @param notes skipped content, one line each
   */
  public record Contents(List<Row> rows, List<String> notes) {
    public Contents {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  /**
   * @throws InputException if it is missing, not a table, damaged or too large
   */
  public static Contents read(Path file, String name) {
    byte[] bytes = bytes(file, name);
    Rows rows = new Rows();
    if (isWorkbook(bytes)) {
      List<String> otherSheets = XlsxReader.read(file, name, rows);
      return new Contents(
          rows.list,
          otherSheets.isEmpty()
              ? List.of()
              : List.of("only the first sheet was read, not " + String.join(", ", otherSheets)));
    }
    String text = text(bytes, name);
    rows.counting = true;
    char separator = DelimitedText.declaredSeparator(text);
    rows.last = separator == 0 ? 0 : 1;
    DelimitedText.read(text, separator == 0 ? separator(text) : separator, rows);
    return new Contents(rows.list, List.of());
  }

  static boolean isWorkbook(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
  }

  static String text(byte[] bytes, String name) {
    BinaryFiles.refuseKnown(bytes, name);
    String text = new Decoding().decode(bytes, name, null, false).text();
    BinaryFiles.refuseControls(text, name);
    return text;
  }

  static byte[] bytes(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InputException(
            "cannot read the table \"%s\": it is larger than %s MiB"
                .formatted(name, MAX_BYTES >> 20),
            "split it into several files");
      }
      return bytes;
    } catch (IOException e) {
      String why =
          !Files.exists(file)
              ? "the file does not exist"
              : Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
      throw new InputException(
          "cannot read the table \"" + name + "\": " + why, "check the name and the folder", e);
    }
  }

  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
        counts[SEPARATORS.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }

  static final class Rows implements DelimitedText.Sink {

    private final List<Row> list = new ArrayList<>();

    /** The line of a row in a text is not its number if a cell has several lines. */
    private boolean counting;

    private int last;

    @Override
    public boolean row(int line, List<String> cells) {
      add(line, cells.stream().map(SafeCell::read).toList(), "");
      return true;
    }

    @Override
    public boolean broken(int line, String reason) {
      add(line, List.of(), reason);
      return true;
    }

    private void add(int line, List<String> cells, String problem) {
      last = counting ? last + 1 : line;
      list.add(new Row(last, cells, problem));
    }
  }

  /**
   * Writes CSV with commas and line feeds, in UTF-8 with a byte order mark, because spreadsheet
   * programs assume another encoding without it; the stream is flushed, not closed.
   */
  public static void writeCsv(OutputStream stream, TableSheet sheet) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
    out.write(MARK);
    writeRows(out, sheet.heads(), sheet.rows());
    out.flush();
  }

  /**
   * Writes CSV for other programs, with commas and line feeds. As in all tables of Ballast, a cell
   * that a spreadsheet program would interpret as a formula begins with an apostrophe.
   *
   * @param heads the cells of the header row, written unchanged
   */
  public static void writeRows(Writer out, List<String> heads, List<List<String>> rows)
      throws IOException {
    out.write(line(heads));
    for (List<String> row : rows) {
      out.write(line(row.stream().map(SafeCell::written).toList()));
    }
  }

  private static String line(List<String> cells) {
    return cells.stream().map(TableFile::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String cell) {
    boolean needed =
        cell.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r')
            || !cell.equals(cell.strip());
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
