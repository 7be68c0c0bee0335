package ballast.glossary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Joins the rows with the same id into one concept. */
final class ConceptBuilder {

  /** The rows so far; nearly always one. */
  private final List<Concept> rows = new ArrayList<>(1);

  private final Set<String> files = new HashSet<>(2);
  private final Set<String> forms = new HashSet<>(2);

  ConceptBuilder(Concept row) {
    add(row);
  }

  /** Whether a row with the same id describes the same concept. */
  boolean takes(Concept row) {
    if (row.zh().isEmpty() && rows.get(0).zh().isEmpty()) {
      return true;
    }
    return row.rows().stream().anyMatch(where -> files.contains(where.file()))
        || row.zhForms().stream().anyMatch(forms::contains);
  }

  void add(Concept row) {
    rows.add(row);
    row.rows().forEach(where -> files.add(where.file()));
    forms.addAll(row.zhForms());
  }

  /** Preferred terms first, forbidden ones last, otherwise in the order of the rows. */
  Concept concept() {
    if (rows.size() == 1 && isSorted(rows.get(0).en())) {
      return rows.get(0);
    }
    Map<String, Term> zh = new LinkedHashMap<>();
    // Keyed by text and whether the term is allowed: a glossary may contradict itself, and lint
    // reports that.
    Map<List<Object>, Term> en = new LinkedHashMap<>();
    for (Concept row : rows) {
      row.zh().forEach(term -> zh.putIfAbsent(term.text(), term));
      row.en().forEach(term -> en.putIfAbsent(List.of(term.text(), term.isAllowed()), term));
    }
    List<Term> english = new ArrayList<>(en.values());
    english.sort((one, other) -> one.status().compareTo(other.status()));
    return new Concept(
        rows.get(0).id(),
        List.copyOf(zh.values()),
        english,
        new Scope(all(row -> row.scope().domains()), all(row -> row.scope().projects())),
        new Conditions(
            all(row -> row.conditions().notIn()),
            all(row -> row.conditions().onlyIf()),
            all(row -> row.conditions().notIf())),
        new Remarks(
            String.join("\n", all(row -> said(row.remarks().note()))),
            String.join("; ", all(row -> said(row.remarks().source())))));
  }

  private static boolean isSorted(List<Term> terms) {
    for (int i = 1; i < terms.size(); i++) {
      if (terms.get(i).status().compareTo(terms.get(i - 1).status()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> said(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** The distinct values of all rows, in order. */
  private List<String> all(Function<Concept, List<String>> what) {
    return rows.stream().flatMap(row -> what.apply(row).stream()).distinct().toList();
  }
}
