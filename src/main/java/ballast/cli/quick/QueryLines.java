package ballast.cli.quick;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.cli.terminal.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Reads queries from a file or stream, one per line. */
final class QueryLines {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private QueryLines() {}

  /** Passes the lines of a UTF-8 file to {@code action}; {@code -} is standard input. */
  static void forEach(Console console, String file, Consumer<String> action) {
    try (InputStream in =
            file.equals("-") ? console.in() : Files.newInputStream(console.resolve(file));
        // A decoder that stops at bytes that are not UTF-8.
        Reader decoded = new InputStreamReader(in, UTF_8.newDecoder());
        BufferedReader lines = new BufferedReader(decoded)) {
      String line = lines.readLine();
      if (line != null && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
        line = line.substring(1);
      }
      while (line != null) {
        action.accept(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot read the queries in \"" + file + "\"",
          "give a UTF-8 file with one query a line",
          e);
    }
  }
}
