package ballast.glossary;

import ballast.bitext.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins rows with the same id to one concept. */
final class ConceptBuilder {

  private final String id;
  private final Map<String, Term> zh = new LinkedHashMap<>();

  /** By text and whether it is allowed: a glossary may contradict itself, and lint says so. */
  private final Map<List<Object>, Term> en = new LinkedHashMap<>();

  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> domains = new LinkedHashSet<>();
  private final Set<String> projects = new LinkedHashSet<>();
  private final Set<String> notIn = new LinkedHashSet<>();
  private final Set<String> onlyIf = new LinkedHashSet<>();
  private final Set<String> notIf = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();

  ConceptBuilder(String id) {
    this.id = id;
  }

  /** Whether a row of the same id is about the same thing. */
  boolean takes(Concept row) {
    return row.rows().stream().map(Location::file).anyMatch(files::contains)
        || row.zhForms().stream().anyMatch(zh::containsKey)
        || (row.zh().isEmpty() && zh.isEmpty());
  }

  void add(Concept row) {
    row.rows().forEach(where -> files.add(where.file()));
    row.zh().forEach(term -> zh.putIfAbsent(term.text(), term));
    row.en().forEach(term -> en.putIfAbsent(List.of(term.text(), term.isAllowed()), term));
    domains.addAll(row.scope().domains());
    projects.addAll(row.scope().projects());
    notIn.addAll(row.conditions().notIn());
    onlyIf.addAll(row.conditions().onlyIf());
    notIf.addAll(row.conditions().notIf());
    addText(row.remarks().note(), notes);
    addText(row.remarks().source(), sources);
  }

  private static void addText(String text, Set<String> into) {
    if (!text.isEmpty()) {
      into.add(text);
    }
  }

  /** Preferred terms first, forbidden ones last, otherwise in the order of the rows. */
  Concept concept() {
    List<Term> english = new ArrayList<>(en.values());
    english.sort((one, other) -> one.status().compareTo(other.status()));
    return new Concept(
        id,
        List.copyOf(zh.values()),
        english,
        new Scope(List.copyOf(domains), List.copyOf(projects)),
        new Conditions(List.copyOf(notIn), List.copyOf(onlyIf), List.copyOf(notIf)),
        new Remarks(String.join("\n", notes), String.join("; ", sources)));
  }
}
