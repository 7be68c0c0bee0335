package ballast.glossary;

import java.util.List;

/**
 * Which texts a concept is about.
 *
 * @param domains subject fields; empty when it belongs to none
 * @param projects projects, clients; empty when it belongs to all
 */
public record Scope(List<String> domains, List<String> projects) {

  /** All texts. */
  public static final Scope ALL = new Scope(List.of(), List.of());

  public Scope {
    domains = List.copyOf(domains);
    projects = List.copyOf(projects);
  }
}
