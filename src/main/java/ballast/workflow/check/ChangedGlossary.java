package ballast.workflow.check;

import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.term.GlossaryReader;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Remarks;
import ballast.glossary.Term;
import ballast.workflow.project.OldFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which concepts of the glossaries were not there before, or were otherwise. */
final class ChangedGlossary {

  private ChangedGlossary() {}

  /**
   * The ids of concepts that a commit does not have as they are now, and of those that are judged
   * together with one. Notes and sources make no difference; a glossary outside of the work tree
   * counts as unchanged.
   *
   * @param files the glossaries as they are
   */
  static Set<String> ids(Glossary now, List<Path> files, OldFiles old) {
    List<Concept> rows = new ArrayList<>();
    for (Path file : files) {
      // Of one that is not in git nobody knows what it was.
      rows.addAll(read(old.contains(file) ? old.copy(file) : Optional.of(file)));
    }
    Set<Concept> before = new HashSet<>();
    Glossary.of(rows).concepts().forEach(concept -> before.add(bare(concept)));
    Set<String> ids = new HashSet<>();
    for (Concept concept : now.concepts()) {
      if (!before.contains(bare(concept))) {
        ids.add(concept.id());
        concept.zhForms().stream()
            .flatMap(form -> now.judgedTogether(form).stream())
            .forEach(other -> ids.add(other.id()));
      }
    }
    return ids;
  }

  /** What cannot be read was no glossary: all that is in it now is new. */
  private static List<Concept> read(Optional<Path> file) {
    try {
      return file.isEmpty()
          ? List.of()
          : new GlossaryReader().read(file.get(), String.valueOf(file.get())).concepts();
    } catch (InputException e) {
      return List.of();
    }
  }

  /** A concept without places and notes. */
  private static Concept bare(Concept concept) {
    return new Concept(
        concept.id(),
        bare(concept.zh()),
        bare(concept.en()),
        concept.scope(),
        concept.conditions(),
        Remarks.NONE);
  }

  private static List<Term> bare(List<Term> terms) {
    return terms.stream()
        .map(t -> new Term(t.text(), t.status(), t.use(), Remarks.NONE, Location.UNKNOWN))
        .toList();
  }
}
