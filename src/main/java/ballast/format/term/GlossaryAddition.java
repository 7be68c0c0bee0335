package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.table.DelimitedText;
import ballast.format.table.SafeCell;
import ballast.glossary.Concept;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds entries at the end of one of Ballast's tables. The rest of the file is unchanged, byte for
 * byte: order, remarks, columns of the team, encoding and line ends.
 */
public final class GlossaryAddition {

  private static final String CANNOT = "cannot add a term to the glossary \"";

  private final String name;
  private final boolean tabs;

  /**
   * @param name file name; {@code .tsv} means a table with tabs
   */
  public GlossaryAddition(String name) {
    this.name = name;
    this.tabs = name.endsWith(".tsv");
  }

  /** Whether a file of this name can be one of these tables. */
  public static boolean isTable(String name) {
    return name.endsWith(".csv") || name.endsWith(".tsv");
  }

  /** Returns a new file with these entries. */
  public byte[] create(List<Concept> concepts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GlossaryTableWriter(/* origins= */ false).write(out, tabs ? '\t' : ',', concepts);
    return out.toByteArray();
  }

  /**
   * Adds these entries at the end of the file. Values without a column are omitted.
   *
   * @param file content of the file
   * @throws InputException if it is not one of Ballast's tables, or its encoding lacks a character
   */
  public byte[] add(byte[] file, List<Concept> concepts) throws IOException {
    GlossaryReader.Decoded decoded = GlossaryReader.decoded(file, name);
    String text = decoded.text();
    char separator = tabs ? '\t' : GlossaryReader.separator(text);
    List<String> heads = heads(text, separator);
    boolean windows = text.contains("\r\n");
    StringWriter rows = new StringWriter();
    rows.write(text.endsWith("\n") || text.endsWith("\r") ? "" : "\n");
    for (Concept concept : concepts) {
      for (List<String> row : GlossaryTableWriter.rows(concept, /* origin= */ false)) {
        GlossaryTableWriter.writeLine(rows, separator, cells(heads, row));
      }
    }
    String added = windows ? rows.toString().replace("\n", "\r\n") : rows.toString();
    requireRead(text, added, separator, concepts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file);
    out.write(encoded(added, decoded.charset()));
    return out.toByteArray();
  }

  private static List<String> cells(List<String> heads, List<String> row) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      values.put(GlossaryTableWriter.HEADS.get(i), row.get(i));
    }
    return heads.stream().map(head -> SafeCell.written(values.getOrDefault(head, ""))).toList();
  }

  private List<String> heads(String text, char separator) {
    List<String> heads = new ArrayList<>();
    DelimitedText.read(
        text,
        separator,
        new DelimitedText.Sink() {
          private boolean isFirst = true;

          @Override
          public boolean row(int line, List<String> cells) {
            if (!isFirst || cells.stream().allMatch(String::isBlank)) {
              return true;
            }
            isFirst = false;
            if (GlossaryColumns.isOurs(cells) && !LanguageColumns.isDeepL(cells)) {
              heads.addAll(headsOf(cells));
            }
            return true;
          }

          @Override
          public boolean broken(int line, String reason) {
            // Other programs would read the addition as part of that row.
            throw new InputException(
                CANNOT + name + "\": line " + line + ": " + reason, "correct that line first");
          }
        });
    if (heads.isEmpty()) {
      throw new InputException(
          CANNOT + name + "\": its first row does not name the columns zh and en",
          "make one of Ballast's tables of it: ballast glossary import " + name);
    }
    return heads;
  }

  private static List<String> headsOf(List<String> cells) {
    try {
      return GlossaryColumns.of(cells).heads();
    } catch (GlossaryColumns.BadHeader e) {
      return List.of(); // it is rejected for that
    }
  }

  /** Checks that the addition is read as intended, and everything else as before. */
  private void requireRead(String text, String added, char separator, List<Concept> concepts) {
    GlossaryReading old = read(text, separator);
    GlossaryReading now = read(text + added, separator);
    if (now.unusable() > old.unusable()) {
      String reason = now.problems().get(now.problems().size() - 1).reason();
      throw new InputException(CANNOT + name + "\": " + reason, "change the term");
    }
    int before = old.concepts().size();
    int rows = concepts.stream().mapToInt(concept -> concept.en().size()).sum();
    if (now.concepts().size() != before + rows
        || !now.concepts().subList(0, before).equals(old.concepts())) {
      throw new InputException(
          CANNOT + name + "\": its last row is not complete", "complete that row first");
    }
  }

  private GlossaryReading read(String text, char separator) {
    GlossaryTable table = new GlossaryTable(name, tabs, /* encoding= */ "");
    DelimitedText.read(text, separator, table);
    return table.reading();
  }

  private byte[] encoded(String text, Charset charset) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      throw new InputException(
          CANNOT + name + "\": " + charset + " lacks one of its characters",
          "save the file as " + UTF_8 + " first",
          e);
    }
  }
}
