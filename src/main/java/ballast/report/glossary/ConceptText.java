package ballast.report.glossary;

import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import ballast.language.WhiteSpace;
import ballast.report.page.Json;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the concepts that {@code ballast glossary search} found. */
public final class ConceptText {

  private ConceptText() {}

  /** Writes a few lines for each concept: terms, remarks and origin. */
  public static void write(Writer out, List<Concept> concepts, Style style) throws IOException {
    for (Concept concept : concepts) {
      line(out, concept.zhForms().isEmpty() ? "(any)" : String.join(" | ", concept.zhForms()));
      for (Term term : concept.en()) {
        String status =
            term.status() == TermStatus.PREFERRED ? "" : "  (" + term.status().label() + ")";
        line(out, "  " + TerminalText.plain(term.text()) + status + note(term));
      }
      String rows =
          concept.rows().stream().map(ConceptText::place).collect(Collectors.joining(", "));
      line(out, style.faint(TerminalText.plain("  " + concept.id() + "  " + rows)));
    }
  }

  private static String note(Term term) {
    String note = WhiteSpace.collapse(term.remarks().note());
    return note.isEmpty() ? "" : "  " + TerminalText.plain(note);
  }

  private static String place(Location where) {
    return where.file() + ":" + where.line();
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\n");
  }

  /**
   * {@code ballast glossary search --json}.
   *
   * @param total the number of concepts that were found, including those not shown
   */
  public static void writeJson(Writer out, String query, int total, List<Concept> concepts)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("query", query);
      json.put("total", total);
      json.array("concepts");
      for (Concept concept : concepts) {
        json.object();
        json.put("id", concept.id());
        writeTerms(json, "zh", concept.zh());
        writeTerms(json, "en", concept.en());
        json.end();
      }
      json.end();
    }
  }

  private static void writeTerms(Json json, String field, List<Term> terms) throws IOException {
    json.array(field);
    for (Term term : terms) {
      json.object();
      json.put("term", term.text());
      json.put("status", term.status().label());
      json.put("note", term.remarks().note());
      json.put("source", term.remarks().source());
      json.put("file", term.where().file());
      json.put("line", term.where().line());
      json.end();
    }
    json.end();
  }
}
