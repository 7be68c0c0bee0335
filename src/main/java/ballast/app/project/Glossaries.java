package ballast.app.project;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.term.GlossaryFormat;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Concept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The glossaries of a request.
 *
 * @param names files and folders, as the user gave them
 * @param around whether to use the project's glossaries if {@code names} is empty
 */
public record Glossaries(List<String> names, boolean around) {

  public static final Glossaries NONE = new Glossaries(List.of(), false);

  /**
   * The glossaries named by the environment, otherwise those of the project: {@code glossary/*} in
   * the nearest folder upwards.
   */
  public static final Glossaries OF_PROJECT = new Glossaries(List.of(), true);

  private static final String DO_WITHOUT =
      "name others with --glossary, or leave all out with --no-glossary";

  /**
   * Maximum warnings per glossary, because a table full of errors would hide all other messages.
   */
  private static final int MAX_SHOWN_PROBLEMS = 10;

  public Glossaries {
    names = List.copyOf(names);
  }

  public static Glossaries of(List<String> names) {
    return new Glossaries(names, false);
  }

  /**
   * Reads all glossaries. Unusable rows become warnings.
   *
   * @throws InputException if one of them cannot be read: a check without it would find nothing
   */
  public List<Concept> read(Workplace workplace, Notices notices) {
    List<Concept> concepts = new ArrayList<>();
    for (String name : names) {
      for (Path file : files(workplace.resolve(name), name)) {
        concepts.addAll(read(file, workplace, notices));
      }
    }
    if (usesEnvironment(workplace)) {
      notices.detail("glossaries: " + Workplace.GLOSSARIES + " names them");
    }
    for (Path file : found(workplace)) {
      try {
        concepts.addAll(read(file, workplace, notices));
      } catch (InputException e) {
        String hint = e.hint().isEmpty() ? "" : e.hint() + "; ";
        hint += usesEnvironment(workplace) ? Workplace.GLOSSARIES + " names it; " : "";
        throw new InputException(String.valueOf(e.getMessage()), hint + DO_WITHOUT, e);
      }
    }
    return concepts;
  }

  /**
   * Returns the readable glossaries, for work that a broken one must not stop. The others become
   * warnings.
   */
  public Glossaries readable(Workplace workplace, Notices notices) {
    List<String> readable = new ArrayList<>();
    List<Path> files;
    try {
      files = paths(workplace);
    } catch (InputException e) {
      notices.warn(e.getMessage() + "; all are left out");
      return NONE;
    }
    for (Path file : files) {
      String name = workplace.shown(file);
      try {
        GlossaryReader.readUsable(file, name);
        readable.add(name);
      } catch (InputException e) {
        notices.warn(e.getMessage() + "; left out");
      }
    }
    return of(readable);
  }

  /**
   * Reads each glossary separately, to check the glossaries themselves.
   *
   * @throws InputException if one of them cannot be read
   */
  public List<GlossaryReading> readings(Workplace workplace) {
    List<GlossaryReading> readings = new ArrayList<>();
    for (Path file : paths(workplace)) {
      readings.add(GlossaryReader.read(file, workplace.shown(file)));
    }
    return readings;
  }

  public List<Path> paths(Workplace workplace) {
    List<Path> paths = new ArrayList<>();
    names.forEach(name -> paths.addAll(files(workplace.resolve(name), name)));
    paths.addAll(found(workplace));
    return paths;
  }

  private List<Path> found(Workplace workplace) {
    if (!names.isEmpty() || !around) {
      return List.of();
    }
    if (usesEnvironment(workplace)) {
      return workplace.glossaries().stream()
          .flatMap(named -> files(named, workplace.shown(named)).stream())
          .toList();
    }
    Optional<Path> folder = Project.glossary(workplace.directory());
    if (folder.isEmpty()) {
      return List.of();
    }
    String name = workplace.shown(folder.get());
    Optional<WorkTree> tree = WorkTree.around(folder.get());
    requireInside(tree.isEmpty() || tree.get().holds(folder.get()), name);
    return filesIn(folder.get(), name);
  }

  private static List<Path> filesIn(Path folder, String name) {
    List<Path> files = GlossaryReader.filesIn(folder, name);
    for (Path file : files) {
      String shown = FolderFiles.join(name, String.valueOf(file.getFileName()));
      requireInside(!WorkTree.isLeftBy(file, folder), shown);
    }
    return files;
  }

  /** Links elsewhere are errors, because a check without the glossary would find nothing. */
  private static void requireInside(boolean isInside, String name) {
    if (!isInside) {
      throw new InputException(
          "cannot use the glossary \"" + name + "\": it is a link that leaves the work tree",
          "remove the link, or name the glossaries themselves with --glossary");
    }
  }

  /**
   * Returns these glossaries, or the given ones from the settings if neither the request nor the
   * environment names any.
   */
  public Glossaries or(List<Path> others, Workplace workplace) {
    boolean open = around && names.isEmpty() && workplace.glossaries().isEmpty();
    return open && !others.isEmpty() ? of(others.stream().map(workplace::shown).toList()) : this;
  }

  private boolean usesEnvironment(Workplace workplace) {
    return names.isEmpty() && around && !workplace.glossaries().isEmpty();
  }

  private static List<Path> files(Path named, String name) {
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    List<Path> files = filesIn(named, name);
    if (files.isEmpty()) {
      throw new InputException(
          "there is no glossary in the folder \"" + name + "\"",
          "it needs a " + GlossaryFormat.extensionsInFolders() + " file");
    }
    return files;
  }

  private static List<Concept> read(Path file, Workplace workplace, Notices notices) {
    String name = workplace.shown(file);
    GlossaryReading reading = GlossaryReader.readUsable(file, name);
    warn(name, reading.contents().unused(), notices);
    List<GlossaryReading.Problem> problems = reading.problems();
    List<GlossaryReading.Problem> shown =
        problems.subList(0, Math.min(MAX_SHOWN_PROBLEMS, problems.size()));
    shown.forEach(problem -> notices.warn(problem + "; skipped"));
    problems
        .subList(shown.size(), problems.size())
        .forEach(more -> notices.detail(more + "; skipped"));
    if (shown.size() < reading.unusable()) {
      notices.warn(
          "%s: %s skipped; -v lists them",
          name, CountedNoun.of(reading.unusable() - shown.size(), "more row", "more rows"));
    }
    notices.detail(
        "glossary %s: %s, %s%s",
        name,
        reading.contents().format(),
        CountedNoun.of(reading.concepts().size(), "concept"),
        problems.isEmpty() ? "" : ", " + CountedNoun.of(reading.unusable(), "row") + " skipped");
    return reading.concepts();
  }

  /** Reports the unused columns, as a detail if they never matter. */
  private static void warn(String name, List<UnusedColumn> unused, Notices notices) {
    for (UnusedColumn column : unused) {
      String message = name + ": " + column;
      if (column.isBookkeeping()) {
        notices.detail(message);
      } else {
        notices.warn(message);
      }
    }
  }
}
