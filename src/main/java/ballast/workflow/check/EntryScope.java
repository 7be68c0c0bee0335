package ballast.workflow.check;

import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Selects entries of the glossaries by domain and by project. An entry that names none is always
 * selected.
 */
public record EntryScope(NamedFields domains, NamedFields projects) {

  /** All entries. */
  public static final EntryScope ALL = new EntryScope(NamedFields.ALL, NamedFields.ALL);

  /**
   * The glossary without the concepts of other domains and projects.
   *
   * @throws InputException if no concept names one of them
   */
  public Glossary of(Glossary all) {
    if (this.equals(ALL) || all.isEmpty()) {
      return all;
    }
    domains.refuseOthers("domain", domainsOf(all));
    projects.refuseOthers("project", names(all, concept -> concept.scope().projects()));
    return Glossary.of(
        all.concepts().stream()
            .filter(concept -> domains.fit(concept.scope().domains()))
            .filter(concept -> projects.fit(concept.scope().projects()))
            .toList());
  }

  /** The domains that the entries of a glossary name. */
  static Set<String> domainsOf(Glossary glossary) {
    return names(glossary, concept -> concept.scope().domains());
  }

  private static Set<String> names(Glossary glossary, Function<Concept, List<String>> of) {
    Set<String> names = new TreeSet<>();
    glossary.concepts().forEach(concept -> names.addAll(of.apply(concept)));
    return names;
  }

  /** Ids of the concepts that a part of a glossary leaves out. */
  static Set<String> leftOut(Glossary all, Glossary part) {
    Set<String> ids = new TreeSet<>();
    all.concepts().forEach(concept -> ids.add(concept.id()));
    part.concepts().forEach(concept -> ids.remove(concept.id()));
    return ids;
  }
}
