package ballast.app.glossary;

import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.language.WhiteSpace;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks a term up in glossaries.
 *
 * <pre>{@code
 * List<Concept> concepts = Glossaries.OF_PROJECT.read(Workplace.in(folder), Notices.NONE);
 * GlossarySearch.Result result =
 *     new GlossarySearch().search(new GlossarySearch.Request(concepts, "ballast", 20));
 * result.concepts().forEach(concept -> System.out.println(concept.zhForms()));
 * }</pre>
 */
public final class GlossarySearch {

  /**
   * A request for a search.
   *
   * @param concepts one per row, as in the glossaries
   * @param text a term or a part of one, or an id; case and width are ignored
   * @param limit maximum number of concepts, at least 1
   */
  public record Request(List<Concept> concepts, String text, int limit) {
    public Request {
      concepts = List.copyOf(concepts);
    }
  }

  /**
   * The concepts found.
   *
   * @param concepts the first ones have the text as a whole term
   * @param found total number, including those beyond the limit
   */
  public record Result(List<Concept> concepts, int found) {
    public Result {
      concepts = List.copyOf(concepts);
    }
  }

  public Result search(Request request) {
    String wanted = key(request.text());
    List<Concept> found =
        Glossary.of(request.concepts()).concepts().stream()
            .filter(concept -> keys(concept).anyMatch(key -> key.contains(wanted)))
            .sorted((one, other) -> Boolean.compare(isWhole(other, wanted), isWhole(one, wanted)))
            .toList();
    return new Result(found.stream().limit(Math.max(1, request.limit())).toList(), found.size());
  }

  private static boolean isWhole(Concept concept, String wanted) {
    return keys(concept).anyMatch(wanted::equals);
  }

  private static Stream<String> keys(Concept concept) {
    return Stream.concat(
            Stream.of(concept.id()),
            Stream.concat(concept.zh().stream(), concept.en().stream()).map(Term::text))
        .map(GlossarySearch::key);
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** Writes the results of {@code ballast glossary search}. */
  public static final class ConceptText {

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
     * @param total the number of concepts found, including those not shown
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
}
