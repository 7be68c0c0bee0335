package ballast.workflow.check;

import ballast.check.Baseline;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.check.Unchecked;
import ballast.glossary.Concept;
import ballast.memory.UnitFilter;
import ballast.workflow.Workplace;
import ballast.workflow.project.Glossaries;
import ballast.workflow.project.MemoryChoice;
import ballast.workflow.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places in which a check has looked for findings, with the names that a baseline gives them: a
 * file of units or a translation by its path from the folder of the baseline, so that it is the
 * same on every machine; a document of the memory by its name. A file that no longer exists has
 * been looked at if its folder was checked. For one thread.
 */
final class CheckedPlaces implements Baseline.Scope {

  private static final String STANDARD_INPUT = "-";

  private final PairSource source;
  private final CheckPlan plan;

  /** A check of changes alone cannot tell which findings no longer occur. */
  private final boolean complete;

  private final Workplace workplace;
  private final Path folder;
  private final Set<String> terms;
  private final boolean ownsTerms;
  private final boolean ownsMemory;

  /** The place of each file that was read, by its name. */
  private final Map<String, String> files = new HashMap<>();

  /** All places that were read. */
  private final Set<String> read = new HashSet<>();

  /** Rules that were not applied to a pair, by its place. */
  private final Map<String, Set<String>> left = new HashMap<>();

  private final Map<String, Boolean> gone = new HashMap<>();

  /**
   * @param known names a baseline
   * @param together the files that are read, those of an article and its translation together
   */
  CheckedPlaces(
      PairSource source,
      KnownFindings known,
      CheckSettings settings,
      List<Path> glossaries,
      CheckPlan plan,
      List<List<String>> together,
      Workplace workplace) {
    this.source = source;
    this.complete = known.since().isEmpty();
    this.plan = plan;
    this.workplace = workplace;
    this.folder = real(workplace.resolve(known.baseline()).toAbsolutePath().resolveSibling(""));
    this.terms = plan.terms().concepts().stream().map(Concept::id).collect(Collectors.toSet());
    this.ownsTerms =
        settings
            .defaults()
            .glossaries(Glossaries.OF_PROJECT, workplace)
            .paths(workplace)
            .equals(glossaries);
    this.ownsMemory =
        source.isMemory()
            && workplace
                .shown(source.requireMemory())
                .equals(workplace.shown(MemoryChoice.OF_PROJECT.in(workplace)));
    for (List<String> names : together) {
      String place = place(names.get(names.size() - 1));
      names.forEach(name -> files.put(name, place));
      read.add(place);
    }
  }

  /** Records a pair that is checked. */
  void see(CheckedPair<Passage> pair) {
    if (source.isMemory()) {
      read.add(place(pair));
    }
  }

  /** Records the rules that were not applied to some pairs. */
  void leave(List<Unchecked> unchecked) {
    for (Unchecked one : unchecked) {
      left.computeIfAbsent(place(one.place()), place -> new HashSet<>()).addAll(one.rules());
    }
  }

  @Override
  public String place(CheckedPair<Passage> pair) {
    if (source.isMemory()) {
      return Baseline.document(pair.value().document());
    }
    boolean omitted = pair.value().target().isBlank();
    String file = (omitted ? pair.source() : pair.target()).at(0).file();
    // Reports give standard input a name of its own.
    return files.getOrDefault(file, files.getOrDefault(STANDARD_INPUT, place(file)));
  }

  private String place(String file) {
    if (file.equals(STANDARD_INPUT)) {
      return STANDARD_INPUT;
    }
    Path path = workplace.resolve(file).toAbsolutePath();
    return new Project(folder)
        .portable(real(path.resolveSibling("")).resolve(String.valueOf(path.getFileName())));
  }

  /** A folder without symbolic links, by which one file would have several names. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.normalize(); // reading or writing in it says why
    }
  }

  @Override
  public boolean covers(String rule, String term, String place) {
    return complete
        && plan.considered().test(rule, term)
        && !left.getOrDefault(place, Set.of()).contains(rule)
        && (term.isEmpty() || ownsTerms || terms.contains(term))
        && (source.isMemory() ? coversDocument(rule, term, place) : coversFile(rule, term, place));
  }

  private boolean coversDocument(String rule, String term, String place) {
    UnitFilter filter = source.filter();
    return Baseline.documentOf(place)
        .filter(name -> plan.counts(rule, term, name))
        .filter(name -> filter.documents().isEmpty() || filter.documents().contains(name))
        .filter(name -> filter.inDocuments(Set.of()).equals(UnitFilter.CURRENT))
        .filter(name -> ownsMemory || read.contains(place))
        .isPresent();
  }

  private boolean coversFile(String rule, String term, String place) {
    if (place.equals(STANDARD_INPUT)) {
      return read.contains(place);
    }
    if (Baseline.documentOf(place).isPresent()) {
      return false;
    }
    Path file;
    try {
      file = folder.resolve(place);
    } catch (InvalidPathException e) {
      return false; // written by hand, or on another system
    }
    return plan.counts(rule, term, file.toString())
        && (read.contains(place) || gone.computeIfAbsent(place, name -> isGone(file)));
  }

  private boolean isGone(Path file) {
    return Files.notExists(file)
        && source.named().files().stream()
            .map(workplace::resolve)
            .filter(Files::isDirectory)
            .anyMatch(checked -> file.normalize().startsWith(real(checked)));
  }
}
