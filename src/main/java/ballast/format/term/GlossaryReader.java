package ballast.format.term;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.file.BinaryFiles;
import ballast.format.file.StrictDecoder;
import ballast.format.file.TermEncoding;
import ballast.format.file.XmlEvents;
import ballast.format.table.DelimitedText;
import ballast.format.table.XlsxReader;
import ballast.format.term.GlossaryReading.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads glossaries of any {@link GlossaryFormat}, as determined by the first bytes or else the
 * name: tables with commas, semicolons or tabs between their cells, Excel workbooks, and TBX,
 * version 2 or 3.
 *
 * <p>One of Ballast's tables names its columns in the first non-blank row, in any order
 * (src/site/markdown/glossary.md). Columns with other names are counted and reported ({@link
 * ballast.format.table.ColumnRole}). Ballast also reads tables with a column for each language
 * ({@link LanguageColumns}), and tables of source and target without heads ({@link GlossaryTable}).
 *
 * <p>Tables are in UTF-8, in GB18030 or Big5, the encodings of spreadsheets on Chinese systems, or
 * in UTF-16 with a byte order mark, strictly; TBX is in the encoding that it declares. Thread-safe.
 */
public final class GlossaryReader {

  /** Maximum size of a file; a glossary has only some ten thousand terms. */
  private static final int MAX_BYTES = 32 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  record Decoded(String text, Charset charset) {

    /** Names the encoding unless it is Unicode. */
    String encoding() {
      return charset.name().startsWith("UTF-") ? "" : " in " + charset.name();
    }
  }

  /** Maximum number of rows examined. */
  private static final int MAX_ROWS = 50;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private GlossaryReader() {}

  /**
   * Reads a file. Rows that cannot be used are in the {@link GlossaryReading#problems}.
   *
   * @throws InputException if it cannot be read, is in none of its encodings, or its first row does
   *     not name the columns
   */
  public static GlossaryReading read(Path file, String name) {
    GlossaryFormat format =
        GlossaryFormat.begun(file).or(() -> GlossaryFormat.named(name)).orElse(GlossaryFormat.CSV);
    return switch (format) {
      case CSV, DEEPL -> readTable(file, name, /* tabs= */ false, /* mayBeEmpty= */ false);
      case TSV -> readTable(file, name, /* tabs= */ true, /* mayBeEmpty= */ false);
      // OmegaT starts with an empty one.
      case OMEGAT -> readTable(file, name, /* tabs= */ true, /* mayBeEmpty= */ true);
      case XLSX -> readWorkbook(file, name);
      case TBX, TBX3, OMEGAT_TBX -> readEntries(file, name, TbxReader::read, "TBX");
      case MULTITERM -> readEntries(file, name, MultiTermReader::read, "MultiTerm XML");
    };
  }

  /**
   * Reads a file for checking texts. A check against a file without a usable row would find nothing
   * in any text.
   *
   * @throws InputException as {@link #read}, or if it has rows or entries and none can be used
   */
  public static GlossaryReading readUsable(Path file, String name) {
    GlossaryReading reading = read(file, name);
    if (reading.concepts().isEmpty() && reading.unusable() > 0) {
      GlossaryReading.Problem first = reading.problems().get(0);
      throw new InputException(
          "cannot use the glossary \"%s\": it has no usable row; line %s: %s"
              .formatted(name, first.where().line(), first.reason()),
          "each needs a Chinese and an English term; ballast glossary lint names every row");
    }
    return reading;
  }

  /**
   * Returns the glossaries in a folder, sorted by name; folders inside it are ignored.
   *
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
    return GlossaryFormat.isOfFolders(String.valueOf(file.getFileName()))
        && Files.isRegularFile(file);
  }

  private static GlossaryReading readTable(
      Path file, String name, boolean tabs, boolean mayBeEmpty) {
    Decoded decoded = decoded(bytes(file, name), name);
    GlossaryTable table = new GlossaryTable(name, tabs, decoded.encoding());
    DelimitedText.read(decoded.text(), tabs ? '\t' : separator(decoded.text()), table);
    return mayBeEmpty ? table.readingOrNothing() : table.reading();
  }

  private static GlossaryReading readEntries(
      Path file, String name, BiConsumer<XmlEvents, Consumer<RawTermEntry>> reader, String format) {
    GlossaryCollector found = new GlossaryCollector(name);
    try (InputStream in = Files.newInputStream(file);
        XmlEvents xml = new XmlEvents(in, name, (line, what) -> {})) {
      reader.accept(xml, found::take);
    } catch (IOException e) {
      throw missing(file, name, e);
    }
    return found.reading(format, List.of());
  }

  private static GlossaryReading readWorkbook(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      throw missing(file, name, new IOException("it is not a file"));
    }
    GlossaryTable table = new GlossaryTable(name, /* tabs= */ false, /* encoding= */ "");
    List<String> otherSheets = XlsxReader.read(file, name, table);
    GlossaryReading reading = table.reading("XLSX");
    return otherSheets.isEmpty()
        ? reading
        : reading.with(
            new Problem(
                new Location(name, 1, 1),
                "only the first sheet was read, not " + String.join(", ", otherSheets)));
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
            ? "the file does not exist"
            : Files.isReadable(file) ? String.valueOf(e.getMessage()) : "permission denied";
    return new InputException(
        "cannot read the glossary \"" + name + "\": " + why, "check the name and the folder", e);
  }

  static Decoded decoded(byte[] bytes, String name) {
    BinaryFiles.refuseKnown(bytes, name);
    StringBuilder text = new StringBuilder(bytes.length / 2 + 16);
    Charset charset = TermEncoding.of(bytes);
    StrictDecoder.Failure failure = StrictDecoder.run(bytes, 0, charset, text::append);
    if (failure != null) {
      throw cannotRead(
          name,
          "byte %s (line %s) is not %s"
              .formatted(
                  failure.offset(), failure.line(), charset.name().replaceFirst("[BL]E$", "")),
          "save it as UTF-8; in Excel, as \"CSV UTF-8\" or as a workbook");
    }
    BinaryFiles.refuseControls(text.toString(), name);
    boolean marked = text.indexOf(BYTE_ORDER_MARK) == 0;
    return new Decoded(marked ? text.substring(1) : text.toString(), charset);
  }

  private static InputException cannotRead(String name, String why, String hint) {
    return new InputException("cannot read the glossary \"" + name + "\": " + why, hint);
  }

  /**
   * Detects the separator of the cells of a {@code .csv} file: a comma, or a semicolon or tab,
   * which spreadsheets write where the comma is a decimal sign.
   *
   * @return the separator in the first line ({@code sep=;}); else the first of comma, semicolon and
   *     tab with which the first row names columns; else the one that gives the most rows several
   *     cells; a comma if none does.
   */
  static char separator(String text) {
    char declared = DelimitedText.declaredSeparator(text);
    if (declared != 0) {
      return declared;
    }
    char best = SEPARATORS.get(0);
    int most = 0;
    for (char separator : SEPARATORS) {
      FirstRows rows = new FirstRows();
      DelimitedText.read(text, separator, rows);
      if (rows.headed) {
        return separator;
      }
      if (rows.divided > most) {
        best = separator;
        most = rows.divided;
      }
    }
    return best;
  }

  private static final class FirstRows implements DelimitedText.Sink {

    private boolean headed;
    private int divided;
    private int count;

    @Override
    public boolean row(int line, List<String> cells) {
      if (cells.stream().allMatch(String::isBlank)) {
        return true;
      }
      headed |= count == 0 && namesColumns(cells);
      divided += cells.size() > 1 ? 1 : 0;
      count++;
      return !headed && count < MAX_ROWS;
    }

    private static boolean namesColumns(List<String> cells) {
      try {
        return GlossaryColumns.isOurs(cells) || LanguageColumns.of(cells) != null;
      } catch (GlossaryColumns.BadHeader e) {
        return cells.size() > 1; // it names columns, though wrongly
      }
    }

    @Override
    public boolean broken(int line, String reason) {
      count++;
      return count < MAX_ROWS;
    }
  }
}
