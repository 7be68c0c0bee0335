package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.OldFiles;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.format.term.GlossaryReader;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes since a commit: new pairs of texts and new concepts of glossaries. For one thread.
 */
final class Changes {

  private final Set<String> earlierPairs = new HashSet<>();
  private final Set<String> concepts = new HashSet<>();
  private final Set<Passage> changed = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Null if everything counts as changed. */
  private final @Nullable String revision;

  private Changes(@Nullable String revision) {
    this.revision = revision;
  }

  static Changes everything() {
    return new Changes(null);
  }

  /**
   * Reads the files of the commit.
   *
   * @param notices receives the old files that cannot be read
   * @throws InputException if there is no such commit, or a file is outside of the work tree
   */
  static Changes since(
      String revision,
      Workplace workplace,
      CheckInputs inputs,
      Glossary glossary,
      List<Path> glossaryFiles,
      Notices notices) {
    Changes changes = new Changes(revision);
    try (OldFiles old = OldFiles.of(workplace, revision)) {
      for (List<String> together : inputs.together()) {
        List<String> copies = new ArrayList<>();
        for (String file : together) {
          old.copy(workplace.resolve(file)).ifPresent(path -> copies.add(path.toString()));
        }
        // An article whose translation was not in the commit is new.
        if (copies.size() == together.size()) {
          changes.readOld(inputs, copies, together, notices);
        }
      }
      changes.concepts.addAll(ChangedGlossary.ids(glossary, glossaryFiles, old));
    }
    return changes;
  }

  private void readOld(
      CheckInputs inputs, List<String> copies, List<String> names, Notices notices) {
    try {
      inputs.of(copies).forEach("reading", place -> earlierPairs.add(key(place.value())));
    } catch (InputException e) {
      String why = String.valueOf(e.getMessage());
      for (int i = 0; i < copies.size(); i++) {
        why = why.replace(copies.get(i), names.get(i));
      }
      notices.warn(
          "the old contents of %s cannot be read, so that all texts count as new: %s",
          String.join(" and ", names), why);
    }
  }

  private static String key(Passage passage) {
    return passage.source() + '\n' + passage.target();
  }

  void see(CheckedPair<Passage> place) {
    if (revision != null && !earlierPairs.contains(key(place.value()))) {
      changed.add(place.value());
    }
  }

  /** The number of changed pairs and the revision; null if everything counts as changed. */
  FindingReport.@Nullable Changed summary() {
    return revision == null ? null : new FindingReport.Changed(revision, changed.size());
  }

  boolean touch(LocatedFinding checked) {
    return revision == null
        || changed.contains(checked.place().value())
        || checked.place().value().source().isEmpty() // not about a pair
        || checked.others().stream().anyMatch(other -> changed.contains(other.value()))
        || concepts.contains(checked.finding().term());
  }

  private static final class ChangedGlossary {

    private ChangedGlossary() {}

    /**
     * The ids of concepts that are new or changed since a commit, and of concepts judged together
     * with them. Notes and sources are ignored. A glossary outside of the work tree counts as
     * unchanged.
     */
    static Set<String> ids(Glossary now, List<Path> files, OldFiles old) {
      List<Concept> rows = new ArrayList<>();
      for (Path file : files) {
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
            : GlossaryReader.read(file.get(), String.valueOf(file.get())).concepts();
      } catch (InputException e) {
        return List.of();
      }
    }

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
}
