package ballast.workflow.check;

import ballast.bitext.InputException;
import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.glossary.Glossary;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.project.OldFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes since a commit: pairs of texts that its files did not contain, and concepts that its
 * glossaries did not contain. For one thread.
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

  /** Everything counts as changed. */
  static Changes everything() {
    return new Changes(null);
  }

  /**
   * Reads the files of the commit.
   *
   * @param inputs what is checked, and how it is read
   * @param glossary the current one
   * @param glossaryFiles where it comes from
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
          "the old contents of "
              + String.join(" and ", names)
              + " cannot be read, so that all texts count as new: "
              + why);
    }
  }

  private static String key(Passage passage) {
    return passage.source() + '\n' + passage.target();
  }

  /** Records a current pair. */
  void see(CheckedPair<Passage> place) {
    if (revision != null && !earlierPairs.contains(key(place.value()))) {
      changed.add(place.value());
    }
  }

  /** The number of changed pairs and the revision; null if everything counts as changed. */
  FindingReport.@Nullable Changed summary() {
    return revision == null ? null : new FindingReport.Changed(revision, changed.size());
  }

  /** Whether a finding concerns a changed pair or concept. */
  boolean touch(LocatedFinding checked) {
    return revision == null
        || changed.contains(checked.place().value())
        || checked.place().value().source().isEmpty() // of no pair at all
        || checked.others().stream().anyMatch(other -> changed.contains(other.value()))
        || concepts.contains(checked.finding().term());
  }
}
