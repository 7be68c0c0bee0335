package ballast.glossary;

import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term.Remarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A team's agreed terminology: the concepts of all its files together. Immutable.
 *
 * <p>Rows and entries with the same id are one concept. Across files they must also share a Chinese
 * term, because two files may each number their entries from 1. Each row's values apply to the
 * whole concept.
 *
 * <p>Concepts with different ids that share a Chinese term are <em>judged together</em> where that
 * term occurs. A rendering is allowed if any of them allows it. It is forbidden if any of them
 * forbids it and none allows it. So a forbidden rendering may be a row with an id of its own, and a
 * word with two senses may be two concepts.
 */
public final class Glossary {

  private final List<Concept> concepts;

  /** Keyed by Chinese term, as written. */
  private final Map<String, List<Concept>> byChinese;

  private Glossary(List<Concept> concepts) {
    this.concepts = List.copyOf(concepts);
    Map<String, List<Concept>> found = new LinkedHashMap<>();
    for (Concept concept : concepts) {
      for (String form : concept.zhForms()) {
        found.computeIfAbsent(form, key -> new ArrayList<>(1)).add(concept);
      }
    }
    this.byChinese = found;
  }

  public static Glossary of(List<Concept> rows) {
    Map<String, List<ConceptBuilder>> byId = new HashMap<>();
    List<ConceptBuilder> builders = new ArrayList<>();
    for (Concept row : rows) {
      List<ConceptBuilder> same = byId.computeIfAbsent(row.id(), id -> new ArrayList<>(1));
      Optional<ConceptBuilder> known = same.stream().filter(one -> one.takes(row)).findFirst();
      if (known.isPresent()) {
        known.get().add(row);
      } else {
        ConceptBuilder builder = new ConceptBuilder(row);
        same.add(builder);
        builders.add(builder);
      }
    }
    return new Glossary(builders.stream().map(ConceptBuilder::concept).toList());
  }

  public List<Concept> concepts() {
    return concepts;
  }

  public boolean isEmpty() {
    return concepts.isEmpty();
  }

  /** The Chinese terms of all concepts, each once, as written. */
  public List<String> zhForms() {
    return List.copyOf(byChinese.keySet());
  }

  /**
   * The concepts judged together for this Chinese term, in order: those that contain it, and those
   * that only forbid renderings and share another term with them.
   */
  public List<Concept> judgedTogether(String zh) {
    Set<Concept> together = new LinkedHashSet<>(byChinese.getOrDefault(zh, List.of()));
    for (Concept concept : List.copyOf(together)) {
      for (String form : concept.zhForms()) {
        byChinese.getOrDefault(form, List.of()).stream()
            .filter(other -> other.allowed().isEmpty())
            .forEach(together::add);
      }
    }
    return List.copyOf(together);
  }

  private static final class ConceptBuilder {

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
          new Concept.Scope(all(row -> row.scope().domains()), all(row -> row.scope().projects())),
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

    private List<String> all(Function<Concept, List<String>> what) {
      return rows.stream().flatMap(row -> what.apply(row).stream()).distinct().toList();
    }
  }
}
