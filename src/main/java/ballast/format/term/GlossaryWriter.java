package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.table.SafeCell;
import ballast.format.table.TableSheet;
import ballast.format.table.XlsxWriter;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.language.WhiteSpace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes glossaries. The same concepts give the same bytes on every machine. A table of ours and
 * TBX hold everything; OmegaT and DeepL know terms and their translations only, so that what is
 * forbidden and what they cannot hold is left out and named.
 */
public final class GlossaryWriter {

  /** Of one side of a DeepL entry, in bytes of UTF-8. */
  private static final int MOST_DEEPL_BYTES = 1_024;

  private final List<String> leftOut;
  private final boolean origins;

  /** Writes what the concepts say. */
  public GlossaryWriter() {
    this(false);
  }

  private GlossaryWriter(boolean origins) {
    this.leftOut = new ArrayList<>();
    this.origins = origins;
  }

  /** One that also writes into tables, as source, from which line of which file a term comes. */
  public GlossaryWriter withOrigins() {
    return new GlossaryWriter(true);
  }

  /**
   * Writes a glossary; the stream is flushed, not closed.
   *
   * @return what was left out and why, one line each
   */
  public List<String> write(OutputStream out, GlossaryFormat format, List<Concept> concepts)
      throws IOException {
    switch (format) {
      case CSV, TSV -> writeTable(out, format, concepts);
      case XLSX -> XlsxWriter.write(out, sheet(concepts));
      case TBX -> new TbxWriter(out, 2).write(concepts);
      case TBX3 -> new TbxWriter(out, 3).write(concepts);
      case OMEGAT -> writeOmegaT(out, concepts);
      case DEEPL -> writeDeepL(out, concepts);
    }
    return List.copyOf(leftOut);
  }

  /**
   * Writes a table of ours with one more column, in which each group of concepts has its name; the
   * stream is flushed, not closed.
   */
  public void writeCsv(OutputStream stream, String column, Map<String, List<Concept>> groups)
      throws IOException {
    Writer out = writer(stream);
    line(out, ',', with(GlossaryRows.HEADS, column));
    for (Map.Entry<String, List<Concept>> group : groups.entrySet()) {
      List<List<String>> rows = rows(group.getValue());
      for (List<String> row : rows.subList(1, rows.size())) {
        line(out, ',', with(row.stream().map(SafeCell::written).toList(), group.getKey()));
      }
    }
    out.flush();
  }

  private static List<String> with(List<String> row, String cell) {
    List<String> longer = new ArrayList<>(row);
    longer.add(cell);
    return longer;
  }

  private void writeTable(OutputStream stream, GlossaryFormat format, List<Concept> concepts)
      throws IOException {
    Writer out = writer(stream);
    char separator = format == GlossaryFormat.TSV ? '\t' : ',';
    for (List<String> row : rows(concepts)) {
      line(out, separator, row.stream().map(SafeCell::written).toList());
    }
    out.flush();
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

  private void writeOmegaT(OutputStream stream, List<Concept> concepts) throws IOException {
    Writer out = writer(stream);
    out.write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n");
    for (Concept concept : concepts) {
      for (Term zh : concept.zh()) {
        for (Term en : usable(concept)) {
          // No quotation marks: OmegaT would take them for a part of the term.
          out.write(String.join("\t", oneLine(zh), oneLine(en), remark(concept, en)) + "\n");
        }
      }
    }
    out.flush();
  }

  /** OmegaT has no status: what is not to be used stands in the remark. */
  private static String remark(Concept concept, Term en) {
    List<String> parts = new ArrayList<>();
    if (!en.use().partOfSpeech().isEmpty()) {
      parts.add(en.use().partOfSpeech());
    }
    if (en.status() == TermStatus.ADMITTED) {
      parts.add("admitted");
    }
    String forbidden =
        concept.forbidden().stream().map(Term::text).collect(Collectors.joining(", "));
    if (!forbidden.isEmpty()) {
      parts.add("not: " + forbidden);
    }
    for (String note : List.of(en.remarks().note(), concept.remarks().note())) {
      if (!note.isEmpty()) {
        parts.add(note);
      }
    }
    return WhiteSpace.collapse(String.join("; ", parts));
  }

  private void writeDeepL(OutputStream stream, List<Concept> concepts) throws IOException {
    Writer out = writer(stream);
    Set<String> seen = new HashSet<>();
    for (Concept concept : concepts) {
      List<Term> english = usable(concept);
      for (Term zh : concept.zh()) {
        if (english.isEmpty()) {
          continue; // said by usable()
        }
        Term en = english.get(0);
        if (!fitsDeepL(zh) || !fitsDeepL(en)) {
          leaveOut(concept, zh, "is longer than " + MOST_DEEPL_BYTES + " bytes on one side");
        } else if (!seen.add(zh.text())) {
          leaveOut(concept, zh, "is in the file already, and DeepL takes each source once");
        } else {
          line(out, ',', List.of(oneLine(zh), oneLine(en), "ZH", "EN"));
        }
      }
    }
    out.flush();
  }

  private static boolean fitsDeepL(Term term) {
    return term.text().getBytes(UTF_8).length <= MOST_DEEPL_BYTES;
  }

  /** The English that may be used; nothing that a spreadsheet would run. */
  private List<Term> usable(Concept concept) {
    List<Term> terms = new ArrayList<>();
    for (Term term : concept.allowed()) {
      if (SafeCell.isFormula(term.text())) {
        leaveOut(concept, term, "is a formula, which a spreadsheet would run");
      } else {
        terms.add(term);
      }
    }
    if (concept.allowed().isEmpty()) {
      String what = concept.zh().isEmpty() ? concept.id() : concept.zh().get(0).text();
      leftOut.add("\"" + what + "\": its English is forbidden, and the format cannot say that");
    }
    return terms;
  }

  private void leaveOut(Concept concept, Term term, String why) {
    leftOut.add("\"" + term.text() + "\" of \"" + concept.id() + "\" " + why);
  }

  private static String oneLine(Term term) {
    return WhiteSpace.collapse(term.text());
  }

  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
  }

  private static void line(Writer out, char separator, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(separator);
      }
      out.write(cell(cells.get(i), separator));
    }
    out.write("\n");
  }

  /** A cell as RFC 4180 has it. */
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
}
