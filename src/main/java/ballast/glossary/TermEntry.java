package ballast.glossary;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Chinese term and the concepts that are judged together where it stands: see {@link Glossary}.
 *
 * @param zh the term as the glossary writes it
 * @param concepts never empty, in the order of the glossary
 */
public record TermEntry(String zh, List<Concept> concepts) {

  public TermEntry {
    concepts = List.copyOf(concepts);
    if (concepts.isEmpty()) {
      throw new IllegalArgumentException("no concept has \"" + zh + "\"");
    }
  }

  /** The id of the first concept that says how to translate; of the first if none does. */
  public String id() {
    return concepts.stream()
        .filter(concept -> !concept.allowed().isEmpty())
        .findFirst()
        .orElse(concepts.get(0))
        .id();
  }

  /** The English terms that any of the concepts allows, preferred ones first. */
  public List<Term> allowed() {
    return concepts.stream()
        .flatMap(concept -> concept.allowed().stream())
        .sorted((one, other) -> one.status().compareTo(other.status()))
        .toList();
  }

  /** The English terms that some concept forbids and none allows. */
  public List<Term> forbidden() {
    return concepts.stream()
        .flatMap(concept -> concept.forbidden().stream())
        .filter(term -> allowedTexts().noneMatch(term.text()::equalsIgnoreCase))
        .toList();
  }

  private Stream<String> allowedTexts() {
    return concepts.stream().flatMap(concept -> concept.allowed().stream()).map(Term::text);
  }
}
