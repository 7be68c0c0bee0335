package ballast.glossary;

import java.util.List;

/**
 * The texts to which a concept applies.
 *
 * @param domains subject fields; empty if it is not limited to any
 * @param projects projects or clients; empty if it applies to all
 */
public record Scope(List<String> domains, List<String> projects) {

  /** It applies to all texts. */
  public static final Scope ALL = new Scope(List.of(), List.of());

  public Scope {
    domains = List.copyOf(domains);
    projects = List.copyOf(projects);
  }
}
