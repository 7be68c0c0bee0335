package ballast.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads a glossary in a table: {@code .tsv} has tabs between its cells, any other file commas.
 *
 * <p>The first row that is not blank names the columns, in any order; {@code zh} and {@code en}
 * must be there, {@code id}, {@code zh_variants}, {@code en_variants} and {@code status} may be,
 * others are passed over. Variants in one cell are separated by {@code |}. Without an id, a concept
 * is called by its Chinese term; without a status, a term is preferred. UTF-8, strictly.
 * Thread-safe.
 */
public final class GlossaryReader {

  /** A glossary has some ten thousand terms; a larger file is something else. */
  private static final int MAX_BYTES = 16 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads a file. Rows that cannot be used are among the {@link GlossaryReading#problems}.
   *
   * @param name what the user calls it, for messages
   * @throws InputException if it cannot be read, is not UTF-8, or its first row does not name the
   *     columns
   */
  public GlossaryReading read(Path file, String name) {
    String text = text(bytes(file, name), name);
    boolean tabs = name.toLowerCase(Locale.ROOT).endsWith(".tsv");
    GlossaryTable table = new GlossaryTable(name);
    DelimitedText.read(text, tabs ? '\t' : ',', table);
    return table.reading();
  }

  private static byte[] bytes(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw cannotRead(
            name, "it is larger than " + (MAX_BYTES >> 20) + " MiB", "split it into several files");
      }
      return bytes;
    } catch (IOException e) {
      String why =
          !Files.exists(file)
              ? "there is no such file"
              : Files.isReadable(file) ? String.valueOf(e.getMessage()) : "permission denied";
      throw new InputException(
          "cannot read the glossary \"" + name + "\": " + why, "check the name and the folder", e);
    }
  }

  private static String text(byte[] bytes, String name) {
    BinaryFiles.refuseKnown(bytes, name);
    StringBuilder text = new StringBuilder(bytes.length / 2 + 16);
    StrictDecoder.Failure failure = StrictDecoder.run(bytes, 0, UTF_8, text::append);
    if (failure != null) {
      throw cannotRead(
          name,
          "byte " + failure.offset() + " (line " + failure.line() + ") is not UTF-8",
          "save it as UTF-8");
    }
    BinaryFiles.refuseControls(text.toString(), name);
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text.toString();
  }

  private static InputException cannotRead(String name, String why, String hint) {
    return new InputException("cannot read the glossary \"" + name + "\": " + why, hint);
  }

  /**
   * The glossaries of a folder, by name; folders inside it are not looked into.
   *
   * @param name what the user calls it, for messages
   * @throws InputException if it cannot be listed
   */
  public static List<Path> filesIn(Path folder, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(GlossaryReader::isTable).sorted().toList();
    } catch (IOException e) {
      throw new InputException("cannot list the folder \"" + name + "\"", "check the name", e);
    }
  }

  private static boolean isTable(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return (name.endsWith(".csv") || name.endsWith(".tsv")) && Files.isRegularFile(file);
  }
}
