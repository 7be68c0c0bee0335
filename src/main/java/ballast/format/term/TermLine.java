package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** Writes a line of a table of terms, with quotation marks around the cells that need them. */
final class TermLine {

  private TermLine() {}

  static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
  }

  static void write(Writer out, char separator, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(separator);
      }
      out.write(cell(cells.get(i), separator));
    }
    out.write("\n");
  }

  /** A cell as RFC 4180 has it. */
  private static String cell(String text, char separator) {
    boolean quoted =
        text.indexOf(separator) >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0
            || text.startsWith("\"")
            || !text.equals(text.strip());
    return quoted || (separator == ',' && text.indexOf('"') >= 0)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
