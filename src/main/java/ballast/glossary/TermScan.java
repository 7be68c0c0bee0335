package ballast.glossary;

import java.util.List;
import java.util.Set;

/**
 * What a Chinese text has of a glossary.
 *
 * @param hits its terms, by rising start, at one start the longer first
 * @param standing the concepts of which the characters of a term stand there, meant or not
 */
public record TermScan(List<TermHit> hits, Set<Concept> standing) {

  /** Nothing. */
  static final TermScan NONE = new TermScan(List.of(), Set.of());

  public TermScan {
    hits = List.copyOf(hits);
    standing = Set.copyOf(standing);
  }
}
