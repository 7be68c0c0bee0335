package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.app.project.Glossaries;
import ballast.glossary.Concept;
import java.nio.file.Path;
import java.util.List;

/**
 * Glossaries in memory; a program that checks often reads them once.
 *
 * @param concepts one per row, as in the files
 * @param files empty if there are none
 * @param scope selects the concepts to use
 */
public record ReadGlossaries(List<Concept> concepts, List<Path> files, EntryScope scope) {

  /** No glossary: terms are not checked. */
  public static final ReadGlossaries NONE =
      new ReadGlossaries(List.of(), List.of(), EntryScope.ALL);

  public ReadGlossaries {
    concepts = List.copyOf(concepts);
    files = List.copyOf(files);
  }

  /**
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  public static ReadGlossaries read(Glossaries which, Workplace workplace, Notices notices) {
    List<Concept> concepts = which.read(workplace, notices);
    List<Path> files = concepts.isEmpty() ? List.of() : which.paths(workplace);
    return new ReadGlossaries(concepts, files, EntryScope.ALL);
  }

  public ReadGlossaries in(EntryScope entries) {
    return new ReadGlossaries(concepts, files, entries);
  }
}
