package ballast.format.term;

import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Match;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a concept as rows of one of Ballast's tables, one for each English term; see {@link
 * GlossaryReader}.
 */
final class GlossaryRows {

  static final List<String> HEADS =
      List.of(
          "id", "zh", "en", "status", "match", "case", "pos", "domain", "project", "not_in",
          "only_if", "not_if", "note", "source");

  private GlossaryRows() {}

  /**
   * The rows of a concept.
   *
   * @param origin whether the source includes the file and line from which a term comes
   */
  static List<List<String>> of(Concept concept, boolean origin) {
    List<List<String>> rows = new ArrayList<>();
    for (Term en : concept.en()) {
      boolean first = rows.isEmpty();
      rows.add(
          List.of(
              concept.id(),
              TermList.cell(concept.zhForms()),
              TermList.cell(List.of(en.text())),
              en.status() == TermStatus.PREFERRED ? "" : en.status().label(),
              en.use().match() == Match.AUTO ? "" : en.use().match().label(),
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
