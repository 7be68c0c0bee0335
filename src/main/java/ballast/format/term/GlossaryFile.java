package ballast.format.term;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.file.BinaryFiles;
import ballast.format.file.StrictDecoder;
import ballast.format.file.TermEncoding;
import ballast.format.table.DelimitedText;
import ballast.format.table.XlsxReader;
import ballast.format.term.GlossaryReading.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

final class GlossaryFile {

  /** Maximum size of a file; a glossary has only some ten thousand terms. */
  private static final int MAX_BYTES = 32 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  record Decoded(String text, Charset charset) {

    /** Adds the encoding unless it is Unicode. */
    GlossaryReading told(GlossaryReading reading) {
      return charset.name().startsWith("UTF-") ? reading : reading.in(charset.name());
    }
  }

  private GlossaryFile() {}

  static GlossaryReading readTable(Path file, String name, boolean tabs) {
    Decoded decoded = decoded(bytes(file, name), name);
    return decoded.told(table(decoded, name, tabs).reading());
  }

  /** Reads a table with tabs, which may be empty, because OmegaT starts with an empty one. */
  static GlossaryReading readOmegaT(Path file, String name) {
    Decoded decoded = decoded(bytes(file, name), name);
    return decoded.told(table(decoded, name, true).readingOrNothing("TSV"));
  }

  private static GlossaryTable table(Decoded decoded, String name, boolean tabs) {
    GlossaryTable table = new GlossaryTable(name, tabs);
    DelimitedText.read(decoded.text(), tabs ? '\t' : CellSeparator.of(decoded.text()), table);
    return table;
  }

  @FunctionalInterface
  private interface EntryReader {
    void read(InputStream in, String name, Consumer<RawTermEntry> entries);
  }

  static GlossaryReading readTbx(Path file, String name) {
    return readEntries(file, name, TbxReader::read).reading("TBX", List.of());
  }

  static GlossaryReading readMultiTerm(Path file, String name) {
    return readEntries(file, name, MultiTermReader::read).reading("MultiTerm XML", List.of());
  }

  private static GlossaryCollector readEntries(Path file, String name, EntryReader reader) {
    GlossaryCollector found = new GlossaryCollector(name);
    try (InputStream in = Files.newInputStream(file)) {
      reader.read(in, name, found::take);
    } catch (IOException e) {
      throw missing(file, name, e);
    }
    return found;
  }

  static GlossaryReading readWorkbook(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      throw missing(file, name, new IOException("it is not a file"));
    }
    GlossaryTable table = new GlossaryTable(name, false);
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
}
