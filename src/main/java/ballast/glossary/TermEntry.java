package ballast.glossary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Chinese term and the concepts judged together where it occurs: see {@link Glossary}. Immutable.
 */
public final class TermEntry {

  private final String zh;
  private final List<Concept> concepts;
  private final String id;
  private final List<Term> allowed;
  private final List<Term> forbidden;

  /**
   * @param zh the term as the glossary writes it
   * @param concepts never empty, in the order of the glossary
   */
  public TermEntry(String zh, List<Concept> concepts) {
    if (concepts.isEmpty()) {
      throw new IllegalArgumentException("no concept has \"" + zh + "\"");
    }
    this.zh = zh;
    this.concepts = List.copyOf(concepts);
    this.id =
        concepts.stream()
            .filter(concept -> !concept.allowed().isEmpty())
            .findFirst()
            .orElse(concepts.get(0))
            .id();
    this.allowed =
        concepts.stream()
            .flatMap(concept -> concept.allowed().stream())
            .sorted((one, other) -> one.status().compareTo(other.status()))
            .toList();
    Set<String> texts = wordings().collect(Collectors.toSet());
    this.forbidden =
        concepts.stream()
            .flatMap(concept -> concept.forbidden().stream())
            .filter(term -> !texts.contains(term.text().toLowerCase(Locale.ROOT)))
            .toList();
  }

  public String zh() {
    return zh;
  }

  public List<Concept> concepts() {
    return concepts;
  }

  /** The id of the first concept with an allowed rendering, or else of the first concept. */
  public String id() {
    return id;
  }

  /** The English terms that any of the concepts allows, preferred ones first. */
  public List<Term> allowed() {
    return allowed;
  }

  /** The texts of the allowed terms in lower case. */
  public Stream<String> wordings() {
    return allowed.stream().map(term -> term.text().toLowerCase(Locale.ROOT));
  }

  public List<Term> forbidden() {
    return forbidden;
  }
}
