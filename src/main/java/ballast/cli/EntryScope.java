package ballast.cli;

import ballast.bitext.InputException;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which entries of the glossaries count: those of some domains and of some projects. An entry that
 * names none counts always.
 *
 * @param domains empty for all
 * @param projects empty for all
 */
record EntryScope(List<String> domains, List<String> projects) {

  /** All entries. */
  static final EntryScope ALL = new EntryScope(List.of(), List.of());

  EntryScope {
    domains = List.copyOf(domains);
    projects = List.copyOf(projects);
  }

  /**
   * The glossary without the concepts of other domains and projects.
   *
   * @throws InputException if no concept names one of them: it is a slip of the pen
   */
  Glossary of(Glossary all) {
    if (this.equals(ALL) || all.isEmpty()) {
      return all;
    }
    refuseUnknown("domain", domains, names(all, concept -> concept.scope().domains()));
    refuseUnknown("project", projects, names(all, concept -> concept.scope().projects()));
    return Glossary.of(
        all.concepts().stream()
            .filter(concept -> hasOne(concept.scope().domains(), domains))
            .filter(concept -> hasOne(concept.scope().projects(), projects))
            .toList());
  }

  /** Ids that a glossary has and a part of it has not. */
  static Set<String> leftOut(Glossary all, Glossary part) {
    Set<String> ids = new TreeSet<>();
    all.concepts().forEach(concept -> ids.add(concept.id()));
    part.concepts().forEach(concept -> ids.remove(concept.id()));
    return ids;
  }

  private static void refuseUnknown(String what, List<String> wanted, Set<String> known) {
    for (String name : wanted) {
      if (known.stream().noneMatch(other -> isSame(other, name))) {
        throw new InputException(
            "no entry of the glossaries is of the " + what + " \"" + name + "\"",
            known.isEmpty() ? "none names a " + what : Spelling.hint(name, known));
      }
    }
  }

  private static Set<String> names(Glossary all, Function<Concept, List<String>> of) {
    Set<String> names = new TreeSet<>();
    all.concepts().forEach(concept -> names.addAll(of.apply(concept)));
    return names;
  }

  /** Whether an entry's own names, or the lack of any, fit what is wanted. */
  static boolean hasOne(List<String> own, Collection<String> wanted) {
    return own.isEmpty()
        || wanted.isEmpty()
        || own.stream().anyMatch(name -> wanted.stream().anyMatch(other -> isSame(name, other)));
  }

  private static boolean isSame(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}
