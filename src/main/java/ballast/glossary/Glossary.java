package ballast.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a team has agreed on: the concepts of all its files as one. Immutable.
 *
 * <p>Rows and entries with the same id are one concept, in one file and across files, provided that
 * in another file they share a Chinese term with it: two files may number their own entries from 1,
 * and a ship is no sail for that. Whatever was said of any of the rows holds for the concept.
 *
 * <p>Concepts of different ids that share a Chinese term are <em>judged together</em> where that
 * term stands in a text: an allowed rendering of any of them will do, and one that any of them
 * forbids is forbidden, unless another allows it. So a forbidden rendering may be a row with an id
 * of its own, and a word with two senses two concepts.
 */
public final class Glossary {

  private final List<Concept> concepts;

  /** By Chinese term, as written. */
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

  /** The glossary of these rows or entries, in order, whatever files they come from. */
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

  /** All concepts, in the order of their first rows. */
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
   * The concepts that are judged together where this Chinese term stands: those that have it, and
   * those that only forbid and share another of their terms; in order.
   *
   * @return empty if the glossary does not have the term
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
}
