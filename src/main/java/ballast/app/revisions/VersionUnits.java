package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Texts;
import ballast.app.Workplace;
import ballast.app.page.TerminalText;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.app.units.UnitList;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.format.document.DocumentReader;
import ballast.format.file.FileStart.AnyText;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import ballast.segment.Segmenter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the units of a file or a memory provided by git, under any name and of any size, and writes
 * them as lines for a line difference. Of a document it writes the sentences.
 *
 * <pre>{@code
 * VersionUnits units =
 *     new VersionUnits(
 *         Workplace.in(folder),
 *         Notices.NONE,
 *         VersionReading.VersionFile.of("tm/memory.db"),
 *         VersionReading.DEFAULT);
 * try (var out = Files.newBufferedWriter(folder.resolve("units.txt"))) {
 *   units.writeLines(out);
 * }
 * }</pre>
 *
 * @param file a file with the extension .tmx, .tsv, .xlf or .db, or a document
 * @param reading the languages; only files may have others
 */
public record VersionUnits(
    Workplace workplace, Notices notices, VersionFile file, VersionReading reading) {

  /**
   * Passes on the units, one at a time, and the unpaired texts of a file.
   *
   * @param others receives the language code and the text of each, in file order
   * @return the problems of units in the file, in sentences
   * @throws InputException if the extension is unknown, the file is broken, or none of its units is
   *     in the wanted languages
   */
  List<String> forEach(Consumer<Unit> to, BiConsumer<String, String> others) {
    String name = file.name();
    if (UnitFile.isOne(name)) {
      UnitList units = new UnitList(workplace, notices, reading.pairs());
      units.readAll(name, file.file(), to, others);
      return units.problems().sentences(notices.wantsDetails());
    }
    if (!UnitFormat.extension(name).equals("db")) {
      throw new InputException(
          "cannot read units from \"" + name + "\": its extension belongs to no format of units",
          "give a file that ends in .tmx, .tsv, .xlf or .db");
    }
    try (Memory memory = Memories.at(workplace.resolve(file.file())).openForReading()) {
      memory.forEachUnit(UnitFilter.OFFERED, to);
    }
    return List.of();
  }

  /**
   * Writes each unit as its source, its translation and a blank line; of a document each sentence
   * on a line, with a blank line after each block. Control characters are made visible. If the file
   * is unreadable, writes why, then its text as it is. Writes nothing before the whole file has
   * been read, so that all of it is in one form.
   *
   * @throws InputException if the file cannot be read at all
   */
  public void writeLines(Writer out) throws IOException {
    if (file.holdsText()) {
      writeSentences(out);
      return;
    }
    Path lines = Files.createTempFile("ballast-", ".units.txt");
    try {
      try (Writer kept = Files.newBufferedWriter(lines)) {
        forEach(
            unit ->
                write(
                    kept,
                    TerminalText.plain(unit.source()) + "\n" + TerminalText.plain(unit.target())),
            (lang, text) -> writeOther(kept, lang, TerminalText.plain(text)));
      }
      try (Reader kept = Files.newBufferedReader(lines)) {
        kept.transferTo(out);
      }
    } catch (InputException e) {
      writeRaw(out, e);
    } finally {
      Files.deleteIfExists(lines);
    }
  }

  private void writeSentences(Writer out) throws IOException {
    StringBuilder lines = new StringBuilder();
    try {
      Document text =
          Texts.read(workplace, new DocumentReader(reading.reader()), file.file()).document();
      int block = 0;
      for (Segment sentence : Segmenter.create(reading.segmentation()).segment(text)) {
        lines.append(sentence.blockIndex() > block ? "\n" : "");
        lines.append(TerminalText.plain(sentence.text())).append('\n');
        block = sentence.blockIndex();
      }
      out.append(lines);
    } catch (InputException e) {
      writeRaw(out, e);
    }
  }

  /** Writes an unpaired text with its language, unless it is blank. */
  private static void writeOther(Writer out, String lang, String plain) {
    if (!plain.isBlank()) {
      write(out, (lang.isEmpty() ? "" : TerminalText.plain(lang) + ": ") + plain);
    }
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text + "\n\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeRaw(Writer out, InputException reason) throws IOException {
    AnyText text;
    try {
      text = AnyText.of(workplace.resolve(file.file()));
    } catch (IOException unreadable) {
      throw reason;
    }
    out.write(TerminalText.plain(unnamed(String.valueOf(reason.getMessage()))) + "\n");
    if (!text.isText()) {
      out.write(String.format(Locale.ROOT, "It is not text; it has %,d bytes.\n", text.bytes()));
      return;
    }
    out.write("This is the file as it is:\n\n");
    for (String line : text.text().lines().toList()) {
      out.write(TerminalText.visible(line) + "\n");
    }
  }

  /** A message without the name of the file, because git names each copy differently. */
  private String unnamed(String message) {
    String unnamed = message;
    String path = workplace.resolve(file.file()).toString();
    for (String name : List.of(file.name(), file.file(), path)) {
      unnamed = unnamed.replace('"' + name + '"', "this file");
    }
    return unnamed;
  }
}
