package ballast.format.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a text of cells (RFC 4180: a cell in quotation marks may hold separators and
 * line breaks, and two marks are one). If a row breaks the rules, only its first line is lost:
 * reading continues with the next line.
 */
public final class DelimitedText {

  /** Maximum length of a cell; a longer one most likely lacks its closing quotation mark. */
  static final int MAX_CELL = 10_000;

  static final int MAX_CELLS = 1_000;

  private static final String QUOTES =
      "unbalanced quotation marks: a cell that begins with \" must end with \", and \"\" stands"
          + " for one inside";
  private static final String LONG =
      "a cell is longer than "
          + MAX_CELL
          + " characters; perhaps its closing quotation mark is missing";

  /** Receives the rows. Each method returns whether to continue reading. */
  public interface Sink {
    boolean row(int line, List<String> cells);

    boolean broken(int line, String reason);
  }

  private final char[] text;
  private final CsvFactory factory =
      CsvFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_CELL).build())
          .build();
  private final CsvSchema schema;
  private final Sink sink;

  private int rowLine = 1;

  private DelimitedText(String text, char separator, Sink sink) {
    this.text = text.toCharArray();
    this.schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    this.sink = sink;
  }

  /**
   * Passes every row to {@code sink}, including blank ones, but not a first line that names the
   * separator; lines are counted from 1.
   */
  public static void read(String text, char separator, Sink sink) {
    new DelimitedText(text, separator, sink).read(declaredSeparator(text) != 0);
  }

  /**
   * Returns the separator in a first line such as {@code sep=;}, written by Excel; 0 if there is
   * none.
   */
  public static char declaredSeparator(String text) {
    boolean is = text.length() > 5 && text.startsWith("sep=");
    return is && (text.charAt(5) == '\n' || text.charAt(5) == '\r') ? text.charAt(4) : 0;
  }

  private void read(boolean fromSecondLine) {
    int start = fromSecondLine ? nextLine(0) : 0;
    int line = fromSecondLine ? 2 : 1;
    while (start < text.length) {
      String reason = rows(start, line);
      if (reason == null || !sink.broken(rowLine, reason)) {
        return;
      }
      while (line <= rowLine && start < text.length) {
        start = nextLine(start);
        line++;
      }
    }
  }

  /** Returns the problem with the row that begins at {@code rowLine}, or null. */
  private @Nullable String rows(int start, int line) {
    rowLine = line;
    try (CsvParser parser = factory.createParser(text, start, text.length - start)) {
      parser.setSchema(schema);
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        rowLine = line - 1 + Math.max(1, parser.currentLocation().getLineNr());
        if (!sink.row(rowLine, cells(parser))) {
          return null;
        }
      }
      return null;
    } catch (StreamConstraintsException e) {
      return LONG;
    } catch (JsonProcessingException e) {
      return QUOTES;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from an array", e);
    }
  }

  private static List<String> cells(CsvParser parser) throws IOException {
    List<String> cells = new ArrayList<>();
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      if (cells.size() < MAX_CELLS) {
        cells.add(parser.getText());
      }
    }
    return cells;
  }

  /** CR, LF and CRLF end a line. */
  private int nextLine(int start) {
    int at = start;
    while (at < text.length && text[at] != '\n' && text[at] != '\r') {
      at++;
    }
    boolean pair = at + 1 < text.length && text[at] == '\r' && text[at + 1] == '\n';
    return Math.min(text.length, at + (pair ? 2 : 1));
  }
}
