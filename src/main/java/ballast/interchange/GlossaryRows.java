package ballast.interchange;

import ballast.glossary.Concept;
import ballast.glossary.Match;
import ballast.glossary.Term;
import ballast.glossary.TermStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A concept as rows of a table of ours: one for each English term; see {@link GlossaryReader}. */
final class GlossaryRows {

  static final List<String> HEADS =
      List.of(
          "id", "zh", "en", "status", "match", "case", "pos", "domain", "project", "not_in",
          "only_if", "not_if", "note", "source");

  private GlossaryRows() {}

  static List<List<String>> of(Concept concept) {
    List<List<String>> rows = new ArrayList<>();
    for (Term en : concept.en()) {
      boolean first = rows.isEmpty();
      rows.add(
          List.of(
              concept.id(),
              list(concept.zhForms()),
              en.text(),
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
              joined("; ", en.remarks().source(), first ? concept.remarks().source() : "")));
    }
    return rows;
  }

  private static String list(List<String> items) {
    return String.join("|", items);
  }

  private static String joined(String separator, String one, String other) {
    Set<String> parts = new LinkedHashSet<>();
    for (String part : List.of(one, other)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(separator, parts);
  }
}
