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

/** Finds the concepts of glossaries that are new or have changed since a commit. */
final class ChangedGlossary {

  private ChangedGlossary() {}

  /**
   * The ids of concepts that are new or have changed since a commit, and of concepts that are
   * judged together with one of these. Notes and sources make no difference; a glossary outside of
   * the work tree counts as unchanged.
   *
   * @param files the current glossaries
   */
  static Set<String> ids(Glossary now, List<Path> files, OldFiles old) {
    List<Concept> rows = new ArrayList<>();
    for (Path file : files) {
      // A file outside git has no known earlier contents.
      rows.addAll(read(old.contains(file) ? old.copy(file) : Optional.of(file)));
    }
    Set<Concept> earlierConcepts = new HashSet<>();
    Glossary.of(rows).concepts().forEach(concept -> earlierConcepts.add(bare(concept)));
    Set<String> ids = new HashSet<>();
    for (Concept concept : now.concepts()) {
      if (!earlierConcepts.contains(bare(concept))) {
        ids.add(concept.id());
        concept.zhForms().stream()
            .flatMap(form -> now.judgedTogether(form).stream())
            .forEach(other -> ids.add(other.id()));
      }
    }
    return ids;
  }

  /** If the old file cannot be read, all its current concepts count as new. */
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
