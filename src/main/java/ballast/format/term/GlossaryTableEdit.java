package ballast.format.term;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.file.LineIndex;
import ballast.format.file.RawText;
import ballast.format.table.ColumnRole;
import ballast.format.table.DelimitedText;
import ballast.format.table.SafeCell;
import ballast.glossary.Concept;
import ballast.glossary.Term.TermStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Edits of one of Ballast's tables. All rows that are not edited stay as they are, byte for byte:
 * order, remarks, columns of the team, encoding and line ends. Not thread-safe.
 */
public final class GlossaryTableEdit {

  /** The columns with English terms. */
  private static final List<ColumnRole> ENGLISH =
      List.of(ColumnRole.ENGLISH, ColumnRole.ENGLISH_VARIANTS, ColumnRole.FORBIDDEN);

  /** A row and its place in the text, with its line end. */
  private record Row(Span span, List<String> cells) {}

  private final String name;
  private final char separator;
  private final RawText raw;
  private final String text;
  private final Map<Integer, Row> rows = new TreeMap<>();
  private final int header;

  /** The column of each of Ballast's heads that the table has. */
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  /** The new cells of rows, by line; none for a row that is removed. */
  private final Map<Integer, List<String>> edited = new TreeMap<>();

  private final List<List<String>> appended = new ArrayList<>();

  private GlossaryTableEdit(RawText raw, String name) {
    this.name = name;
    this.raw = raw;
    this.text = raw.text().startsWith("\uFEFF") ? raw.text().substring(1) : raw.text();
    this.separator = name.endsWith(".tsv") ? '\t' : GlossaryReader.separator(text);
    readRows();
    this.header =
        rows.entrySet().stream()
            .filter(row -> row.getValue().cells().stream().anyMatch(cell -> !cell.isBlank()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(0);
    List<String> heads = header == 0 ? List.of() : headsOf(written(header));
    for (int i = 0; i < heads.size(); i++) {
      columns.putIfAbsent(heads.get(i), i);
    }
    columns.remove("");
    if (columns.isEmpty()) {
      throw cannot(
          "its first row does not name the columns zh and en",
          "make one of Ballast's tables of it: ballast glossary import " + name);
    }
  }

  /** Whether a file of this name can be one of these tables. */
  public static boolean isTable(String name) {
    return name.endsWith(".csv") || name.endsWith(".tsv");
  }

  /** Returns a new file with these entries. */
  public static byte[] create(String name, List<Concept> concepts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    char separator = name.endsWith(".tsv") ? '\t' : ',';
    new GlossaryTableWriter(/* origins= */ false).write(out, separator, concepts);
    return out.toByteArray();
  }

  /**
   * @param file content of the file
   * @param name file name; {@code .tsv} means a table with tabs
   * @throws InputException if it is not one of Ballast's tables or has a damaged row
   */
  public static GlossaryTableEdit of(byte[] file, String name) {
    GlossaryReader.Decoded decoded = GlossaryReader.decoded(file, name);
    RawText raw =
        RawText.of(file, decoded.charset())
            .orElseThrow(
                () ->
                    new InputException(
                        "cannot change the glossary \"" + name + "\": its encoding is damaged",
                        "save it as UTF-8"));
    return new GlossaryTableEdit(raw, name);
  }

  private void readRows() {
    TreeMap<Integer, List<String>> found = new TreeMap<>();
    DelimitedText.read(
        text,
        separator,
        new DelimitedText.Sink() {
          @Override
          public boolean row(int line, List<String> cells) {
            found.put(line, cells);
            return true;
          }

          @Override
          public boolean broken(int line, String reason) {
            // Other programs would read the edit as part of that row.
            throw cannot("line " + line + ": " + reason, "correct that line first");
          }
        });
    LineIndex lines = new LineIndex(text);
    int end = text.length();
    for (Map.Entry<Integer, List<String>> row : found.descendingMap().entrySet()) {
      int start = lines.offset(row.getKey(), 1);
      rows.put(row.getKey(), new Row(new Span(start, end), row.getValue()));
      end = start;
    }
  }

  private static List<String> headsOf(List<String> cells) {
    try {
      boolean isOurs = GlossaryColumns.isOurs(cells) && !LanguageColumns.isDeepL(cells);
      return isOurs ? GlossaryColumns.of(cells).heads() : List.of();
    } catch (GlossaryColumns.BadHeader e) {
      return List.of(); // it is rejected for that
    }
  }

  /** Adds entries at the end. A value without a column gets one; an id is left out. */
  public void add(List<Concept> concepts) {
    for (Concept concept : concepts) {
      for (List<String> values : GlossaryTableWriter.rows(concept, /* origin= */ false)) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
          row.put(GlossaryTableWriter.HEADS.get(i), values.get(i));
        }
        append(row);
      }
    }
  }

  private void append(Map<String, String> values) {
    List<String> row = new ArrayList<>();
    values.forEach(
        (head, value) -> {
          boolean isNeeded = !value.isEmpty() && !head.equals(ColumnRole.ID.label());
          if (isNeeded || columns.containsKey(head)) {
            put(row, column(head), value);
          }
        });
    appended.add(row);
  }

  /** Replaces an English term of the row on a line. */
  public void reword(int line, String en, String wording) {
    replace(line, en, List.of(wording));
  }

  /** Removes an English term, with its row if that has no other. */
  public void remove(int line, String en) {
    replace(line, en, List.of());
    List<String> cells = cells(line);
    if (ENGLISH.stream().allMatch(role -> terms(role, cells).isEmpty())) {
      edited.put(line, List.of());
    }
  }

  /** Gives an English term another status, in a row of its own if its row has other terms. */
  public void setStatus(int line, String en, TermStatus status) {
    List<String> cells = cells(line);
    String label = status == TermStatus.PREFERRED ? "" : status.label();
    int count = ENGLISH.stream().mapToInt(role -> terms(role, cells).size()).sum();
    if (count == 1 && terms(ColumnRole.FORBIDDEN, cells).isEmpty()) {
      set(line, ColumnRole.STATUS.label(), label);
      return;
    }
    Map<String, String> own = new LinkedHashMap<>();
    columns.forEach(
        (head, at) -> own.put(head, at < cells.size() ? SafeCell.read(cells.get(at)) : ""));
    ENGLISH.forEach(role -> own.remove(role.label()));
    own.put(ColumnRole.ENGLISH.label(), TermList.cell(List.of(en)));
    own.put(ColumnRole.STATUS.label(), label);
    remove(line, en);
    append(own);
  }

  /** Adds a longer Chinese phrase in which the term of the row is not meant. */
  public void addNotIn(int line, String phrase) {
    List<String> phrases = new ArrayList<>();
    Integer at = columns.get(ColumnRole.NOT_IN.label());
    List<String> cells = cells(line);
    if (at != null && at < cells.size()) {
      phrases.addAll(GlossaryColumns.values(cells.get(at)));
    }
    if (!phrases.contains(phrase)) {
      phrases.add(phrase);
    }
    set(line, ColumnRole.NOT_IN.label(), String.join("|", phrases));
  }

  public void setDomains(int line, List<String> domains) {
    set(line, ColumnRole.DOMAIN.label(), String.join("|", domains));
  }

  public void setNote(int line, String note) {
    set(line, ColumnRole.NOTE.label(), note);
  }

  private void set(int line, String head, String value) {
    List<String> cells = new ArrayList<>(cells(line));
    put(cells, column(head), value);
    edited.put(line, cells);
  }

  private void replace(int line, String en, List<String> by) {
    List<String> cells = new ArrayList<>(cells(line));
    boolean found = false;
    for (ColumnRole role : ENGLISH) {
      List<String> terms = new ArrayList<>(terms(role, cells));
      int at = terms.indexOf(en);
      if (at >= 0) {
        terms.remove(at);
        terms.addAll(at, by);
        put(cells, column(role.label()), terms.isEmpty() ? "" : TermList.cell(terms));
        found = true;
      }
    }
    if (!found) {
      throw cannot("line " + line + " has no \"" + en + "\" any more", "run the command again");
    }
    edited.put(line, cells);
  }

  private List<String> terms(ColumnRole role, List<String> cells) {
    Integer at = columns.get(role.label());
    return at == null || at >= cells.size()
        ? List.of()
        : TermList.of(SafeCell.read(cells.get(at))).stream()
            .filter(term -> role != ColumnRole.FORBIDDEN || !isFlag(term))
            .toList();
  }

  private static boolean isFlag(String term) {
    return GlossaryRow.isYes(term) || GlossaryRow.isNo(term);
  }

  private List<String> cells(int line) {
    if (!rows.containsKey(line) || line == header) {
      throw cannot("it has no row on line " + line, "run the command again");
    }
    return written(line);
  }

  private List<String> written(int line) {
    return edited.getOrDefault(line, row(line).cells());
  }

  private Row row(int line) {
    return Objects.requireNonNull(rows.get(line));
  }

  /** Returns the place of a column, which is added after the others if it is missing. */
  private int column(String head) {
    Integer known = columns.get(head);
    if (known != null) {
      return known;
    }
    List<String> heads = new ArrayList<>(written(header));
    heads.add(head);
    edited.put(header, heads);
    columns.put(head, heads.size() - 1);
    return heads.size() - 1;
  }

  private static void put(List<String> cells, int at, String value) {
    while (cells.size() <= at) {
      cells.add("");
    }
    cells.set(at, SafeCell.written(value));
  }

  /**
   * The file with the edits.
   *
   * @throws InputException if it would be read in another way than meant, or its encoding lacks a
   *     character
   */
  public byte[] bytes() {
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    List<TextEdit> edits = new ArrayList<>();
    edited.forEach((line, cells) -> edits.add(edit(row(line).span(), cells)));
    String changed = TextEdit.all(edits, text);
    StringBuilder rest = new StringBuilder();
    if (!appended.isEmpty()) {
      rest.append(changed.endsWith("\n") || changed.endsWith("\r") ? "" : lineEnd);
      int width = written(header).size();
      for (List<String> row : appended) {
        row.addAll(Collections.nCopies(width - row.size(), ""));
        rest.append(line(row)).append(lineEnd);
      }
    }
    requireRead(changed, rest.toString());
    String mark = raw.text().startsWith("\uFEFF") ? "\uFEFF" : "";
    String all = mark + changed + rest;
    if (!raw.canEncode(all)) {
      throw cannot(raw.charset() + " lacks one of its characters", "save the file as UTF-8 first");
    }
    return raw.of(all).bytes();
  }

  private TextEdit edit(Span span, List<String> cells) {
    int end = span.end();
    while (end > span.start() && "\r\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return cells.isEmpty()
        ? new TextEdit(span, "")
        : new TextEdit(new Span(span.start(), end), line(cells));
  }

  private String line(List<String> cells) {
    StringWriter line = new StringWriter();
    try {
      GlossaryTableWriter.writeLine(line, separator, cells);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return line.toString().substring(0, line.toString().length() - 1);
  }

  /** Checks that every row is read, and the appended ones as rows of their own. */
  private void requireRead(String changed, String rest) {
    GlossaryReading old = read(text);
    GlossaryReading edits = edited.isEmpty() ? old : read(changed);
    GlossaryReading now = read(changed + rest);
    if (now.unusable() > old.unusable()) {
      String reason = now.problems().get(now.problems().size() - 1).reason();
      throw cannot(reason, "change the term");
    }
    int before = edits.concepts().size();
    if (now.concepts().size() != before + appended.size()
        || !now.concepts().subList(0, before).equals(edits.concepts())) {
      throw cannot("its last row is not complete", "complete that row first");
    }
  }

  private GlossaryReading read(String table) {
    GlossaryTable reader = new GlossaryTable(name, separator == '\t', /* encoding= */ "");
    DelimitedText.read(table, separator, reader);
    return reader.reading();
  }

  private InputException cannot(String why, String hint) {
    return new InputException("cannot change the glossary \"" + name + "\": " + why, hint);
  }
}
