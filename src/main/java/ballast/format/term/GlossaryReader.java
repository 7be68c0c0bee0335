package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.file.BinaryFiles;
import ballast.format.file.Decoding;
import ballast.format.file.StrictDecoder;
import ballast.format.table.DelimitedText;
import ballast.format.table.XlsxReader;
import ballast.format.term.GlossaryReading.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads glossaries: tables ({@code .csv} has commas between its cells; {@code .tsv}, {@code .txt},
 * {@code .tab} and {@code .utf8} tabs; {@code .xlsx} is an Excel workbook), and TBX, version 2 or 3
 * ({@code .tbx}, {@code .xml}).
 *
 * <p>A table of ours names its columns in the first row that is not blank, in any order; unknown
 * ones are passed over. Cells that may list several things separate them by {@code |}. Tables with
 * a column for each language are understood too ({@link LanguageColumns}), and tables of source and
 * target without heads ({@link TermTable}).
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
 * <p>Tables are in UTF-8, strictly, or in UTF-16 with a byte order mark; TBX in the encoding that
 * it declares. Thread-safe.
 */
public final class GlossaryReader {

  /** A glossary has some ten thousand terms; a larger file is something else. */
  private static final int MAX_BYTES = 32 << 20;

  private static final Set<String> EXTENSIONS =
      Set.of("tbx", "xml", "xlsx", "xlsm", "csv", "tsv", "txt", "tab", "utf8");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Whether the name of a file says that it holds terms. (A file of any name can be read.) */
  public static boolean isOne(String name) {
    return EXTENSIONS.contains(extension(name));
  }

  /**
   * Reads a file. Rows that cannot be used are among the {@link GlossaryReading#problems}.
   *
   * @param name what the user calls it, for messages
   * @throws InputException if it cannot be read, is not UTF-8, or its first row does not name the
   *     columns
   */
  public GlossaryReading read(Path file, String name) {
    return switch (extension(name)) {
      case "tbx", "xml" -> readTbx(file, name);
      case "xlsx", "xlsm" -> readWorkbook(file, name);
      case "tsv" -> readTable(file, name, '\t').reading();
      // OmegaT starts with an empty one.
      case "txt", "tab", "utf8" -> readTable(file, name, '\t').readingOrNothing("TSV");
      default -> readTable(file, name, ',').reading();
    };
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static GlossaryTable readTable(Path file, String name, char separator) {
    String text = text(bytes(file, name), name);
    GlossaryTable table = new GlossaryTable(name, separator == '\t');
    DelimitedText.read(text, separator, table);
    return table;
  }

  private static GlossaryReading readTbx(Path file, String name) {
    GlossaryCollector found = new GlossaryCollector(name);
    try (InputStream in = Files.newInputStream(file)) {
      TbxReader.read(in, name, found::take);
    } catch (IOException e) {
      throw missing(file, name, e);
    }
    return found.reading("TBX");
  }

  private static GlossaryReading readWorkbook(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      throw missing(file, name, new IOException("it is no file"));
    }
    GlossaryTable table = new GlossaryTable(name, false);
    List<String> others = XlsxReader.read(file, name, table);
    GlossaryReading reading = table.reading("XLSX");
    return others.isEmpty()
        ? reading
        : reading.with(
            new Problem(
                new Location(name, 1, 1),
                "of its sheets only the first was read, not " + String.join(", ", others)));
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
      throw missing(file, name, e);
    }
  }

  private static InputException missing(Path file, String name, IOException e) {
    String why =
        !Files.exists(file)
            ? "there is no such file"
            : Files.isReadable(file) ? String.valueOf(e.getMessage()) : "permission denied";
    return new InputException(
        "cannot read the glossary \"" + name + "\": " + why, "check the name and the folder", e);
  }

  private static String text(byte[] bytes, String name) {
    BinaryFiles.refuseKnown(bytes, name);
    StringBuilder text = new StringBuilder(bytes.length / 2 + 16);
    Charset charset =
        Decoding.startsWith(bytes, 0xFE, 0xFF)
            ? UTF_16BE
            : Decoding.startsWith(bytes, 0xFF, 0xFE) ? UTF_16LE : UTF_8;
    StrictDecoder.Failure failure = StrictDecoder.run(bytes, 0, charset, text::append);
    if (failure != null) {
      throw cannotRead(
          name,
          "byte "
              + failure.offset()
              + " (line "
              + failure.line()
              + ") is not "
              + charset.name().replaceFirst("[BL]E$", ""),
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
      return files.filter(GlossaryReader::isGlossary).sorted().toList();
    } catch (IOException e) {
      throw new InputException("cannot list the folder \"" + name + "\"", "check the name", e);
    }
  }

  private static boolean isGlossary(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return List.of("csv", "tsv", "tbx", "xlsx").contains(extension(name))
        && Files.isRegularFile(file);
  }
}
