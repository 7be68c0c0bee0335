package ballast.format.term;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads glossaries of any {@link GlossaryFormat}, as determined by the first bytes or else the
 * name: tables with commas, semicolons or tabs between their cells, Excel workbooks, and TBX,
 * version 2 or 3.
 *
 * <p>One of Ballast's tables names its columns in the first non-blank row, in any order. Columns
 * with other names are counted and reported ({@link ballast.format.table.ColumnRole}). Cells with
 * several values separate them by {@code |}; terms may also have other usual separators between
 * them ({@link TermList}). Ballast also reads tables with a column for each language ({@link
 * LanguageColumns}), and tables of source and target without heads ({@link GlossaryTable}).
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><td>{@code id}</td><td>rows with the same id are one concept; without it, the first {@code
 *     zh} is the id</td></tr>
 *   <tr><td>{@code zh}</td><td>the Chinese term, or several; may be empty in a row that forbids:
 *     its English is then forbidden everywhere</td></tr>
 *   <tr><td>{@code zh_variants}</td><td>other forms of it</td></tr>
 *   <tr><td>{@code en}</td><td>the English term, or several; must not be empty</td></tr>
 *   <tr><td>{@code en_variants}</td><td>other forms, with the same status</td></tr>
 *   <tr><td>{@code forbidden_en}</td><td>forbidden English, in the row of the term
 *     itself</td></tr>
 *   <tr><td>{@code status}</td><td>of {@code en}: preferred (default), admitted,
 *     forbidden</td></tr>
 *   <tr><td>{@code match}</td><td>auto (default), exact, inflected, gap, loose: see {@link
 *     ballast.glossary.Term.Match}</td></tr>
 *   <tr><td>{@code case}</td><td>sensitive or insensitive (default)</td></tr>
 *   <tr><td>{@code pos}</td><td>part of speech, in the team's words</td></tr>
 *   <tr><td>{@code domain}, {@code project}</td><td>the texts that it applies to</td></tr>
 *   <tr><td>{@code not_in}</td><td>longer Chinese phrases in which it is not meant</td></tr>
 *   <tr><td>{@code only_if}, {@code not_if}</td><td>phrases that the pair must, must not
 *     have</td></tr>
 *   <tr><td>{@code note}, {@code source}</td><td>for people: a remark, the authority</td></tr>
 * </table>
 *
 * <p>Tables are in UTF-8, in GB18030 or Big5, the encodings of spreadsheets on Chinese systems, or
 * in UTF-16 with a byte order mark, strictly; TBX is in the encoding that it declares. Thread-safe.
 */
public final class GlossaryReader {

  /**
   * Reads a file. Rows that cannot be used are in the {@link GlossaryReading#problems}.
   *
   * @throws InputException if it cannot be read, is in none of its encodings, or its first row does
   *     not name the columns
   */
  public GlossaryReading read(Path file, String name) {
    return format(file, name).read(file, name);
  }

  /**
   * Reads a file for checking texts. A check against a file without a usable row would find nothing
   * in any text.
   *
   * @throws InputException as {@link #read}, or if it has rows or entries and none can be used
   */
  public GlossaryReading readUsable(Path file, String name) {
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

  private static GlossaryFormat format(Path file, String name) {
    return GlossaryFormat.begun(file)
        .or(() -> GlossaryFormat.named(name))
        .orElse(GlossaryFormat.CSV);
  }
}
