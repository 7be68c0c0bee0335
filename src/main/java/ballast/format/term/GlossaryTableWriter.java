package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Location;
import ballast.format.table.SafeCell;
import ballast.format.table.TableSheet;
import ballast.format.table.XlsxWriter;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes glossaries as Ballast's tables; streams are flushed, not closed. */
public final class GlossaryTableWriter {

  private final boolean origins;

  /**
   * @param origins whether the source of a term includes its file and line
   */
  public GlossaryTableWriter(boolean origins) {
    this.origins = origins;
  }

  public List<LeftOutTerm> write(OutputStream stream, char separator, List<Concept> concepts)
      throws IOException {
    Writer out = writer(stream);
    for (List<String> row : rows(concepts)) {
      writeLine(out, separator, row.stream().map(SafeCell::written).toList());
    }
    out.flush();
    return List.of();
  }

  private List<List<String>> rows(List<Concept> concepts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    for (Concept concept : concepts) {
      rows.addAll(rows(concept, origins));
    }
    return rows;
  }

  static List<LeftOutTerm> writeXlsx(OutputStream out, List<Concept> concepts) throws IOException {
    List<List<String>> rows = new GlossaryTableWriter(/* origins= */ false).rows(concepts);
    List<TableSheet.Column> columns =
        rows.get(0).stream().map(head -> new TableSheet.Column(head, 0)).toList();
    XlsxWriter.write(out, new TableSheet("glossary", columns, rows.subList(1, rows.size())));
    return List.of();
  }

  /** Writes a table with an additional column for the name of each group of concepts. */
  public static void writeCsv(OutputStream stream, String column, Map<String, List<Concept>> groups)
      throws IOException {
    Writer out = writer(stream);
    writeLine(out, ',', with(HEADS, column));
    for (Map.Entry<String, List<Concept>> group : groups.entrySet()) {
      for (Concept concept : group.getValue()) {
        for (List<String> row : rows(concept, /* origin= */ false)) {
          writeLine(out, ',', with(row.stream().map(SafeCell::written).toList(), group.getKey()));
        }
      }
    }
    out.flush();
  }

  private static List<String> with(List<String> row, String cell) {
    List<String> longer = new ArrayList<>(row);
    longer.add(cell);
    return longer;
  }

  /**
   * A term that the format of a file cannot hold.
   *
   * @param concept id of its concept
   * @param term its text; if the whole concept is omitted, the first Chinese term; empty if there
   *     is none
   * @param reason in words, without a full stop
   */
  public record LeftOutTerm(String concept, String term, String reason) {

    static LeftOutTerm of(Concept concept, Term term, String reason) {
      return new LeftOutTerm(concept.id(), term.text(), reason);
    }

    static LeftOutTerm allOf(Concept concept, String reason) {
      String term = concept.zh().isEmpty() ? "" : concept.zh().get(0).text();
      return new LeftOutTerm(concept.id(), term, reason);
    }

    /** {@code "vessel" of "2": it is a formula}. */
    @Override
    public String toString() {
      boolean isNamed = !term.isEmpty() && !term.equals(concept);
      return (isNamed ? "\"" + term + "\" of " : "") + "\"" + concept + "\": " + reason;
    }
  }

  static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
  }

  static void writeLine(Writer out, char separator, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(separator);
      }
      out.write(cell(cells.get(i), separator));
    }
    out.write("\n");
  }

  /** See RFC 4180. */
  private static String cell(String text, char separator) {
    boolean quoted =
        text.indexOf(separator) >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0
            || text.startsWith("\"")
            || !text.equals(text.strip());
    return quoted || (separator == ',' && text.indexOf('"') >= 0)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  static final List<String> HEADS =
      List.of(
          "id", "zh", "en", "status", "match", "case", "pos", "domain", "project", "not_in",
          "only_if", "not_if", "note", "source");

  static List<List<String>> rows(Concept concept, boolean origin) {
    List<List<String>> rows = new ArrayList<>();
    for (Term en : concept.en()) {
      boolean first = rows.isEmpty();
      rows.add(
          List.of(
              concept.id(),
              TermList.cell(concept.zhForms()),
              TermList.cell(List.of(en.text())),
              en.status() == TermStatus.PREFERRED ? "" : en.status().label(),
              en.use().match() == Term.Match.AUTO ? "" : en.use().match().label(),
              en.use().caseSensitive() ? "sensitive" : "",
              en.use().partOfSpeech(),
              first ? list(concept.scope().domains()) : "",
              first ? list(concept.scope().projects()) : "",
              first ? list(concept.conditions().notIn()) : "",
              first ? list(concept.conditions().onlyIf()) : "",
              first ? list(concept.conditions().notIf()) : "",
              joined("\n", en.remarks().note(), first ? concept.remarks().note() : ""),
              joined(
                  "; ",
                  en.remarks().source(),
                  first ? concept.remarks().source() : "",
                  origin ? place(en.where()) : "")));
    }
    return rows;
  }

  private static String list(List<String> items) {
    return String.join("|", items);
  }

  private static String place(Location where) {
    return where.equals(Location.UNKNOWN) ? "" : where.file() + ":" + where.line();
  }

  private static String joined(String separator, String... texts) {
    Set<String> parts = new LinkedHashSet<>();
    for (String part : texts) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(separator, parts);
  }
}
