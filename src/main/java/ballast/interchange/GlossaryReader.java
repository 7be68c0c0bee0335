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
 * <p>The first row that is not blank names the columns, in any order; unknown ones are passed over.
 * Cells that may list several things separate them by {@code |}.
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><td>{@code id}</td><td>rows with the same id are one concept; without it, the first {@code
 *     zh} is the id</td></tr>
 *   <tr><td>{@code zh}</td><td>the Chinese term, or several; may be empty in a row that forbids:
 *     its English is then forbidden everywhere</td></tr>
 *   <tr><td>{@code zh_variants}</td><td>other forms of it</td></tr>
 *   <tr><td>{@code en}</td><td>the English term, or several; must not be empty</td></tr>
 *   <tr><td>{@code en_variants}</td><td>other forms, of the same status</td></tr>
 *   <tr><td>{@code forbidden_en}</td><td>English not to be used, in the row of the term
 *     itself</td></tr>
 *   <tr><td>{@code status}</td><td>of {@code en}: preferred (default), admitted, forbidden</td></tr>
 *   <tr><td>{@code match}</td><td>auto (default), exact, inflected, gap, loose: see {@link
 *     ballast.glossary.Match}</td></tr>
 *   <tr><td>{@code case}</td><td>sensitive or insensitive (default)</td></tr>
 *   <tr><td>{@code pos}</td><td>part of speech, in words of the team</td></tr>
 *   <tr><td>{@code domain}, {@code project}</td><td>what texts it is about</td></tr>
 *   <tr><td>{@code not_in}</td><td>longer Chinese phrases in which it is not meant</td></tr>
 *   <tr><td>{@code only_if}, {@code not_if}</td><td>phrases that the pair must, must not
 *     have</td></tr>
 *   <tr><td>{@code note}, {@code source}</td><td>for people: a remark, the authority</td></tr>
 * </table>
 *
 * <p>UTF-8, strictly. Thread-safe.
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
