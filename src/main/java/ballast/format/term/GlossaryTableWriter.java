package ballast.format.term;

import ballast.format.table.SafeCell;
import ballast.format.table.TableSheet;
import ballast.format.table.XlsxWriter;
import ballast.glossary.Concept;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes glossaries as Ballast's tables; streams are flushed, not closed. */
final class GlossaryTableWriter {

  private final boolean origins;

  /**
   * @param origins whether the source of a term includes the file and line from which it comes
   */
  GlossaryTableWriter(boolean origins) {
    this.origins = origins;
  }

  /** Writes a table as text. */
  List<LeftOutTerm> write(OutputStream stream, char separator, List<Concept> concepts)
      throws IOException {
    Writer out = TermLine.writer(stream);
    for (List<String> row : rows(concepts)) {
      TermLine.write(out, separator, row.stream().map(SafeCell::written).toList());
    }
    out.flush();
    return List.of();
  }

  private TableSheet sheet(List<Concept> concepts) {
    List<List<String>> rows = rows(concepts);
    List<TableSheet.Column> columns =
        rows.get(0).stream().map(head -> new TableSheet.Column(head, 0)).toList();
    return new TableSheet("glossary", columns, rows.subList(1, rows.size()));
  }

  private List<List<String>> rows(List<Concept> concepts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(GlossaryRows.HEADS);
    for (Concept concept : concepts) {
      rows.addAll(GlossaryRows.of(concept, origins));
    }
    return rows;
  }

  /** Writes an Excel workbook. */
  List<LeftOutTerm> writeXlsx(OutputStream out, List<Concept> concepts) throws IOException {
    XlsxWriter.write(out, sheet(concepts));
    return List.of();
  }

  /** Writes a table with one more column, in which each group of concepts has its name. */
  void writeCsv(OutputStream stream, String column, Map<String, List<Concept>> groups)
      throws IOException {
    Writer out = TermLine.writer(stream);
    TermLine.write(out, ',', with(GlossaryRows.HEADS, column));
    for (Map.Entry<String, List<Concept>> group : groups.entrySet()) {
      List<List<String>> rows = rows(group.getValue());
      for (List<String> row : rows.subList(1, rows.size())) {
        TermLine.write(
            out, ',', with(row.stream().map(SafeCell::written).toList(), group.getKey()));
      }
    }
    out.flush();
  }

  private static List<String> with(List<String> row, String cell) {
    List<String> longer = new ArrayList<>(row);
    longer.add(cell);
    return longer;
  }
}
